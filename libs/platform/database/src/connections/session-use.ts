import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { IDLE_IN_TRANSACTION_MS, type Bounds } from './bounds';
import type { Connections } from './connections';
import { asTransaction } from './session-settings';

/** How a connection may use its Postgres session. */
export interface SessionUse {
  /** The SQL that begins a transaction. */
  readonly begin: string;
  /** Whether statements are prepared by name, once per connection. */
  readonly preparesStatements: boolean;
  /** Whether a transaction's first statement is sent before the response to BEGIN. */
  readonly pipelinesBegin: boolean;
}

/** Each connection is its own session: settings and prepared statements persist. */
export const OWN_SESSIONS: SessionUse = { begin: 'BEGIN', preparesStatements: true, pipelinesBegin: true };

/** Whether the session has its start-up settings: a pooler may drop them (PgBouncer's ignore_startup_parameters). */
export async function haveSettings(connections: Connections): Promise<boolean> {
  return withConnection(connections, async (client) => {
    const { rows } = await client.query<{ ms: number }>(
      `SELECT setting::int AS ms FROM pg_settings WHERE name = 'idle_in_transaction_session_timeout'`,
    );
    return rows[0]?.ms === IDLE_IN_TRANSACTION_MS;
  });
}

/** A pooler gives each transaction another session, so each transaction sets its own settings. */
export async function pooledSessions(connections: Connections, bounds: Bounds): Promise<SessionUse> {
  const preparesStatements = await withConnection(connections, tracksStatements);
  return { begin: `BEGIN; ${asTransaction(bounds)}`, preparesStatements, pipelinesBegin: false };
}

async function withConnection<T>(
  connections: Connections,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await connections.acquire();
  try {
    return await work(client);
  } finally {
    connections.release(client);
  }
}

/**
 * Whether the pooler tracks prepared statements across sessions (PgBouncer since 1.21, unless max_prepared_statements is 0) under
 * its own names. A pooler that passes our name on leaves the statement in a session that others use next.
 */
async function tracksStatements(client: PoolClient): Promise<boolean> {
  const name = `probe ${randomUUID()}`;
  await client.query('BEGIN');
  await client.query({ name, text: 'SELECT 1', values: [] });
  const { rowCount } = await client.query('SELECT 1 FROM pg_prepared_statements WHERE name = $1', [name]);
  const passesNamesOn = rowCount !== 0;
  if (passesNamesOn) await client.query(`DEALLOCATE "${name}"`);
  await client.query('COMMIT');
  return !passesNamesOn;
}
