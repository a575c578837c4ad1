import type { PoolClient } from 'pg';
import { CommitUnknown } from '../database.errors';
import { isConnectionLost } from '../sql-state';

/** Ends the transaction; without an answer it is unknown. @throws CommitUnknown */
export async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query('COMMIT').catch((error: unknown) => {
    throw isConnectionLost(error) ? new CommitUnknown(error) : error;
  });
  // A statement failed and its error was dropped: Postgres says ROLLBACK, and no error.
  if (command === 'ROLLBACK')
    throw new Error('the transaction was rolled back: one of its statements had failed');
}
