import { Client } from 'pg';
import { errorCode } from '@tandem/files';
import { isConnectionLost } from '../sql-state';
import { DATABASE, USER, type DataFolder, type Identity } from './data-folder';
import { isSameFolder } from './postmaster';

export function urlOf({ port, password }: Identity, database = DATABASE): string {
  return `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
}

// A local Postgres responds at once, unless the machine or its disk stalls.
const CONNECT_MS = 2_000;

/** `not listening` yet; `not ready`: starting, recovering, stopping, or too slow to respond. */
export type Readiness = 'ready' | 'not ready' | 'not listening';

/**
 * Whether Postgres accepts connections; creates its database. @throws Error if another server uses the port, or the password is
 * wrong
 */
export async function readinessOf({ cluster }: DataFolder, identity: Identity): Promise<Readiness> {
  const client = new Client({
    connectionString: urlOf(identity, 'postgres'),
    connectionTimeoutMillis: CONNECT_MS,
  }).on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    const [{ data_directory: folder } = { data_directory: '' }] = rows;
    if (!isSameFolder(folder, cluster))
      throw new Error(
        `the server on port ${identity.port} is not the one of ${cluster}: its data is in ${folder}`,
      );
    await createDatabase(client);
    return 'ready';
  } catch (error) {
    if (errorCode(error) === 'ECONNREFUSED') return 'not listening';
    if (isConnectionLost(error)) return 'not ready';
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createDatabase(client: Client): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
}
