import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { uuidOf } from './ids';
import { HOLD, refuseOtherTable, TARGET, WAITS } from './table-holds';
import { database } from './tandem';

/**
 * The application name (PGAPPNAME) of a file's target server, which will be killed or stalled. It is unique per file, because files
 * run at once on one database and another file's server may wait for the same table.
 */
export const TARGET_SERVER = `${TARGET}${randomUUID()}`;

/**
 * Runs `send` on the target server, and `then` between the provider's response and the commit: the transaction that records the
 * response must wait for `table`, which no earlier transaction writes.
 */
export async function betweenResponseAndCommit(
  table: string,
  send: () => Promise<unknown>,
  then: () => Promise<void>,
): Promise<void> {
  refuseOtherTable(table);
  const hold = await database().connect();
  try {
    await hold.query('BEGIN');
    await hold.query(HOLD, [TARGET_SERVER, table]);
    const sent = send().catch((error: unknown) => error);
    await untilTargetWaitsFor(hold, table);
    await then();
    await hold.query('COMMIT');
    await sent;
  } finally {
    hold.release();
  }
}

/** Ends the leases of the order's operations, and of its store's requests, as if the killed server's time were over. */
export async function expireLeases(orderId: string): Promise<void> {
  const values = [uuidOf(orderId)];
  await database().query(
    `UPDATE provider_operations SET lease_until = now() - interval '1 second' WHERE order_id = $1 AND state = 'requested'`,
    values,
  );
  await database().query(
    `UPDATE idempotency_keys SET lease_until = now() - interval '1 second'
      WHERE state = 'running' AND store_id = (SELECT store_id FROM orders WHERE id = $1)`,
    values,
  );
}

/**
 * Runs `send`, and `then` while `send` waits for locked rows: those that `select` finds, of one order only, so that no other test
 * waits.
 */
export async function whileLocked(
  [select, ...values]: readonly [select: string, ...values: unknown[]],
  send: () => Promise<unknown>,
  then: () => Promise<void>,
): Promise<void> {
  const hold = await database().connect();
  try {
    await hold.query('BEGIN');
    const { rowCount } = await hold.query(`${select} FOR UPDATE`, values);
    if (rowCount === 0) throw new Error(`no rows to lock: ${select}`);
    const { rows } = await hold.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const sent = send().catch((error: unknown) => error);
    await until(async () => (await hold.query(WAITING, [rows[0]?.pid])).rowCount !== 0, 20_000);
    await then();
    await hold.query('COMMIT');
    await sent;
  } finally {
    hold.release();
  }
}

const WAITING = 'SELECT 1 FROM pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid))';

async function untilTargetWaitsFor(hold: PoolClient, table: string): Promise<void> {
  for (
    const until = Date.now() + 10_000;
    Date.now() < until;
    await new Promise((later) => setTimeout(later, 20))
  ) {
    if ((await hold.query(WAITS, [TARGET_SERVER, table])).rowCount !== 0) return;
  }
  throw new Error(`no transaction waited for ${table}`);
}

export async function until(what: () => boolean | Promise<boolean>, withinMs: number): Promise<void> {
  for (
    const end = Date.now() + withinMs;
    Date.now() < end;
    await new Promise((later) => setTimeout(later, 250))
  ) {
    if (await what()) return;
  }
  throw new Error('the condition did not become true in time');
}
