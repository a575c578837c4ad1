import { boundsOf } from './bounds';
import { Database } from '../database';
import { migrate } from '../migrate';
import { connectionTo, openConnections } from './open-connections';

export interface DatabaseOptions {
  readonly url: string;
  /** Connections of this process. */
  readonly poolSize: number;
  /** Milliseconds for an answer of Postgres; every other bound follows from it. */
  readonly timeoutMs: number;
}

/** A connected database whose schema is up to date. */
export async function openDatabase({ url, poolSize, timeoutMs }: DatabaseOptions): Promise<Database> {
  const bounds = boundsOf(timeoutMs);
  const plain = connectionTo(url, bounds);
  const open = await openConnections(plain, poolSize, bounds);
  try {
    await migrate(plain);
  } catch (error) {
    await open.connections.close();
    throw error;
  }
  return new Database({ ...open, bounds, poolSize });
}
