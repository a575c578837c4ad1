import { types, type CustomTypesConfig, type PoolConfig } from 'pg';
import { KEEP_ALIVE_MS, type Bounds } from './bounds';
import { Connections } from './connections';
import { asStartup, asTransaction, isRefusedByPooler } from './session-settings';

const INT8 = 20;

// Amounts are bigint: pg's own default is text, which adds where it should sum.
const asBigint: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (oid === INT8
      ? BigInt
      : types.getTypeParser(oid, format)) as unknown) as CustomTypesConfig['getTypeParser'],
};

/** The pool, and what opens a transaction on it. */
export interface OpenConnections {
  readonly connections: Connections;
  readonly begin: string;
}

/** What every connection of ours has, whatever it is for. */
export function connectionTo(url: string, { connectMs }: Bounds): PoolConfig {
  return {
    connectionString: url,
    // The operator's PGAPPNAME goes first.
    fallback_application_name: 'tandem',
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    types: asBigint,
  };
}

/** Connections that were tried once. Behind a pooler each transaction brings the settings that Postgres is otherwise started with. */
export async function openConnections(
  plain: PoolConfig,
  poolSize: number,
  bounds: Bounds,
): Promise<OpenConnections> {
  const config = { ...plain, max: poolSize };
  try {
    return { connections: await tried({ ...config, ...asStartup(bounds) }, bounds), begin: 'BEGIN' };
  } catch (error) {
    if (!isRefusedByPooler(error)) throw error;
    return { connections: await tried(config, bounds), begin: `BEGIN; ${asTransaction(bounds)}` };
  }
}

async function tried(config: PoolConfig, bounds: Bounds): Promise<Connections> {
  const connections = new Connections(config, bounds);
  connections.giveBack(await connections.take());
  return connections;
}
