import { LONG_LIST } from './recent-counts';
import type { Queryable, Statement } from '../connections/tx';

// What is searched for is found among fewer: a search that finds more is none.
const MOST_COUNTED_OF_SEARCH = 10_000;

/** The statements of a list. `page` and `pageOfFew` take what `count` takes (`those`), then the limit and the offset. */
export interface PageStatements {
  readonly page: Statement;
  /** For a list that is not long; left out: `page` is good for both. */
  readonly pageOfFew?: Statement;
  readonly count: Statement;
  /** The same up to a bound, which it takes after `those`. */
  readonly countUpTo?: Statement;
  readonly isSearch?: boolean;
}

interface Part {
  readonly limit: number;
  readonly offset: number;
}

interface Counted {
  readonly count: number;
  readonly isLong: boolean;
}

/**
 * One part of a list, and how many there are in all: exactly up to 50,000, of a longer list as of five seconds ago, of a search
 * up to 10,000 and then at least one more than was shown. See docs/adr/0024-as-a-shop-grows.md.
 */
export async function readPage<Row>(
  on: Queryable,
  statements: PageStatements,
  those: readonly unknown[],
  part: Part,
): Promise<{ items: Row[]; count: number }> {
  const { count, isLong } = await countOf(on, statements, those, part);
  if (part.offset >= count) return { items: [], count };
  const { page, pageOfFew = page } = statements;
  const items = await on.query<Row>(isLong ? page : pageOfFew, [...those, part.limit, part.offset]);
  return { items, count };
}

async function countOf(
  on: Queryable,
  { count, countUpTo, isSearch }: PageStatements,
  those: readonly unknown[],
  { limit, offset }: Part,
): Promise<Counted> {
  if (countUpTo && isSearch) {
    const most = Math.max(MOST_COUNTED_OF_SEARCH, offset + limit);
    const found = await countIn(on, countUpTo, [...those, most + 1]);
    return { count: found, isLong: found > most };
  }
  const countNow = (): Promise<number> => countIn(on, count, those);
  const key = JSON.stringify([count.text, those]);
  const counted = await (on.recentCounts?.find(key, countNow) ?? countNow());
  return { count: counted, isLong: counted > LONG_LIST };
}

async function countIn(on: Queryable, statement: Statement, values: readonly unknown[]): Promise<number> {
  const [counted] = await on.query<{ count: number }>(statement, values);
  return counted?.count ?? 0;
}
