import type { PoolClient } from 'pg';
import { CommitUnknown } from '../database.errors';
import { isConnectionLost } from '../sql-state';

/**
 * Sends `sql`, which begins a transaction, in one packet with the transaction's first statement, to save a round trip. Await it before
 * the first write: if it fails, Postgres runs what was sent after it all the same, without a transaction.
 */
export async function begin(client: PoolClient, sql: string): Promise<void> {
  const { stream } = client.connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
  await client.query(sql);
}

/** Commits the transaction; without a response its outcome is unknown. @throws CommitUnknown */
export async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query('COMMIT').catch((error: unknown) => {
    throw isConnectionLost(error) ? new CommitUnknown(error) : error;
  });
  // A statement failed and its error was ignored: Postgres answers COMMIT with ROLLBACK, and no error.
  if (command === 'ROLLBACK')
    throw new Error('the transaction was rolled back: one of its statements had failed');
}
