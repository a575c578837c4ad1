import { types, type CustomTypesConfig, type PoolConfig } from 'pg';
import { KEEP_ALIVE_MS, type Bounds } from './bounds';
import { Connections } from './connections';
import { asStartup, isRefusedByPooler } from './session-settings';
import { haveSettings, OWN_SESSIONS, pooledSessions, type SessionUse } from './session-use';

const INT8 = 20;

// Amounts are bigint; pg's default is text, on which + would concatenate.
const bigintTypes: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (oid === INT8
      ? BigInt
      : types.getTypeParser(oid, format)) as unknown) as CustomTypesConfig['getTypeParser'],
};

/** The pool, and how its sessions may be used. */
export interface OpenConnections {
  readonly connections: Connections;
  readonly sessions: SessionUse;
}

/** Options of every connection. */
export function connectionTo(url: string, { connectMs }: Bounds): PoolConfig {
  return {
    connectionString: url,
    // The operator's PGAPPNAME takes precedence.
    fallback_application_name: 'tandem',
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    types: bigintTypes,
  };
}

/** Opens the pool and tries one connection: to Postgres, or to a pooler, which refuses or drops the settings. */
export async function openConnections(
  plain: PoolConfig,
  poolSize: number,
  bounds: Bounds,
): Promise<OpenConnections> {
  const config = { ...plain, max: poolSize };
  try {
    const connections = await tryConnections({ ...config, ...asStartup(bounds) }, bounds);
    const areOwn = await haveSettings(connections);
    return { connections, sessions: areOwn ? OWN_SESSIONS : await pooledSessions(connections, bounds) };
  } catch (error) {
    if (!isRefusedByPooler(error)) throw error;
    const connections = await tryConnections(config, bounds);
    return { connections, sessions: await pooledSessions(connections, bounds) };
  }
}

async function tryConnections(config: PoolConfig, bounds: Bounds): Promise<Connections> {
  const connections = new Connections(config, bounds);
  connections.release(await connections.acquire());
  return connections;
}
