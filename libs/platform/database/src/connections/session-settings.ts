import type { PoolConfig } from 'pg';
import { IDLE_IN_TRANSACTION_MS, type Bounds } from './bounds';

// Postgres decides for each statement whether one plan serves all values (test/volume explains them all). A shop's data is in memory
// or on a disk without a head: an index that has all that is asked for is better than its table, which 4, the default, denies.
const PAGE_COST = 1.1;

/** Postgres keeps its own bounds and plans so from the first statement of a connection. */
export function asStartup({ statementMs, lockMs }: Bounds): PoolConfig {
  return {
    options: `-c random_page_cost=${PAGE_COST}`,
    statement_timeout: statementMs,
    lock_timeout: lockMs,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  };
}

/** The same for one transaction: a pooler gives each transaction another session, and refuses the start-up parameters. */
export function asTransaction({ statementMs, lockMs }: Bounds): string {
  const settings = {
    random_page_cost: PAGE_COST,
    statement_timeout: statementMs,
    lock_timeout: lockMs,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  };
  return Object.entries(settings)
    .map(([name, value]) => `SET LOCAL ${name} = ${value}`)
    .join('; ');
}

/** PgBouncer's words for a start-up parameter that it does not pass on (1.18, 1.25). */
export function isRefusedByPooler(error: unknown): boolean {
  return error instanceof Error && /unsupported startup parameter/.test(error.message);
}
