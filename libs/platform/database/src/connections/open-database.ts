import { boundsOf } from './bounds';
import { Database } from '../database';
import { migrate } from '../migrate';
import { connectionTo, openConnections } from './open-connections';

export interface DatabaseOptions {
  readonly url: string;
  /** Connections of this process. */
  readonly poolSize: number;
  /** Milliseconds to wait for a response of Postgres; every other bound derives from it. */
  readonly timeoutMs: number;
}

/** A connected database with an up-to-date schema. */
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
