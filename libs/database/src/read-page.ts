import type { Queryable, Statement } from './tx';

/** One part of a list, and how many there are in all. `page` takes what `count` takes (`those`), then the limit and the offset. */
export async function readPage<Row>(
  on: Queryable,
  { page, count }: { readonly page: Statement; readonly count: Statement },
  those: readonly unknown[],
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ items: Row[]; count: number }> {
  const items = await on.query<Row>(page, [...those, limit, offset]);
  const [counted] = await on.query<{ count: number }>(count, those);
  return { items, count: counted?.count ?? 0 };
}
