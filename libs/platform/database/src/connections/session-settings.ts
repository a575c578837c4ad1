import type { PoolConfig } from 'pg';
import { IDLE_IN_TRANSACTION_MS, type Bounds } from './bounds';

// Postgres chooses per statement whether to reuse a generic plan (test/volume explains them all). A shop's data is in memory or
// on an SSD, where a covering index beats the table; the default of 4 assumes otherwise.
const PAGE_COST = 1.1;

/** Session settings as start-up parameters: Postgres enforces its own timeouts from a connection's first statement. */
export function asStartup({ statementMs, lockMs }: Bounds): PoolConfig {
  return {
    options: `-c random_page_cost=${PAGE_COST}`,
    statement_timeout: statementMs,
    lock_timeout: lockMs,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  };
}

/** The same settings for one transaction: a pooler gives each transaction another session, and refuses start-up parameters. */
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

/** PgBouncer's error for a start-up parameter that it does not support (1.18, 1.25). */
export function isRefusedByPooler(error: unknown): boolean {
  return error instanceof Error && /unsupported startup parameter/.test(error.message);
}
