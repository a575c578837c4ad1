import { sql, type Queryable, type Statement } from './connections/tx';

/** How the rows of a table that are over are found and deleted. */
export interface Sweep {
  readonly find: Statement;
  readonly remove: Statement;
}

/** Rows whose `time` is before `before`, as SQL; the table has a store_id and an index that begins with the time. */
export function sweepOf(table: string, time: string, before = 'now()'): Sweep {
  const called = table.replaceAll('_', ' ');
  return {
    // As text, for a Date has no microseconds.
    find: sql(
      `find ${called} to sweep`,
      `SELECT store_id AS "storeId", max(at)::text AS until
         FROM (SELECT store_id, ${time} AS at FROM ${table} WHERE ${time} < ${before} ORDER BY ${time} LIMIT $1) due
        GROUP BY store_id`,
    ),
    remove: sql(
      `sweep ${called}`,
      `DELETE FROM ${table} WHERE store_id = $1 AND ${time} <= $2::timestamptz RETURNING 1 AS one`,
    ),
  };
}

/**
 * Deletes about `limit` of the oldest rows that are over, of all stores; how many it were. They are found without a lock and deleted
 * store by store: a distributed Postgres locks in one store at a time. Any number of processes may sweep at once.
 */
export async function sweep(on: Queryable, { find, remove }: Sweep, limit: number): Promise<number> {
  const stores = await on.query<{ storeId: string; until: string }>(find, [limit]);
  let swept = 0;
  for (const { storeId, until } of stores) swept += (await on.query(remove, [storeId, until])).length;
  return swept;
}

/**
 * A source of rows of the store $1 with the ids $2, locked, without those that somebody else has: a worker takes what it found in all
 * stores, and looks again. Found by their ids alone (OFFSET 0), however many others are due.
 */
export function unlockedOf(table: string): string {
  return `(SELECT * FROM ${table} WHERE store_id = $1 AND id = ANY($2) OFFSET 0 FOR NO KEY UPDATE SKIP LOCKED) found`;
}

/** What was found in all stores, store by store. */
export function byStore<Row extends { readonly storeId: string }>(rows: readonly Row[]): [string, Row[]][] {
  const stores = new Map<string, Row[]>();
  for (const row of rows) stores.set(row.storeId, [...(stores.get(row.storeId) ?? []), row]);
  return [...stores];
}
