import { sql, type Queryable, type Statement } from './connections/tx';

/** The statements that find and delete a table's expired rows. */
export interface Sweep {
  readonly find: Statement;
  readonly remove: Statement;
}

/** Sweeps rows whose `time` is before `before` (SQL). The table has a store_id and an index that begins with the time. */
export function sweepOf(table: string, time: string, before = 'now()'): Sweep {
  const label = table.replaceAll('_', ' ');
  return {
    // As text, because a Date has no microseconds.
    find: sql(
      `find ${label} to sweep`,
      `SELECT store_id AS "storeId", max(at)::text AS until
         FROM (SELECT store_id, ${time} AS at FROM ${table} WHERE ${time} < ${before} ORDER BY ${time} LIMIT $1) due
        GROUP BY store_id`,
    ),
    remove: sql(
      `sweep ${label}`,
      `DELETE FROM ${table} WHERE store_id = $1 AND ${time} <= $2::timestamptz RETURNING 1 AS one`,
    ),
  };
}

/**
 * Deletes about `limit` of the oldest expired rows, over all stores; returns how many. Finds them without a lock and deletes per
 * store, because a distributed Postgres locks in one store at a time. Any number of processes may sweep at once.
 */
export async function sweep(on: Queryable, { find, remove }: Sweep, limit: number): Promise<number> {
  const stores = await on.query<{ storeId: string; until: string }>(find, [limit]);
  let swept = 0;
  for (const { storeId, until } of stores) swept += (await on.query(remove, [storeId, until])).length;
  return swept;
}

/**
 * A source of the rows of store $1 with the ids $2, locked, without rows that another process has locked: a worker takes what it
 * found in all stores, and checks again. Looked up by id only (OFFSET 0), however many other rows are due.
 */
export function unlockedOf(table: string): string {
  return `(SELECT * FROM ${table} WHERE store_id = $1 AND id = ANY($2) OFFSET 0 FOR NO KEY UPDATE SKIP LOCKED) found`;
}

/** Groups rows by store. */
export function byStore<Row extends { readonly storeId: string }>(rows: readonly Row[]): [string, Row[]][] {
  const stores = new Map<string, Row[]>();
  for (const row of rows) stores.set(row.storeId, [...(stores.get(row.storeId) ?? []), row]);
  return [...stores];
}
