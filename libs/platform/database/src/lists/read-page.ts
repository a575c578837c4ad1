import type { Queryable, Statement } from '../connections/tx';

// Counting a longer list means walking a long index: 30 ms for 300,000 rows.
const LONG_LIST = 50_000;

// A search with more matches is not useful as a search.
const MAX_COUNTED = 10_000;

interface FoundPage {
  readonly count: number;
  readonly ids: readonly string[];
}

/**
 * The statements of a list. `page` and `pageOfFew` take the parameters of `count` (`condition`), then the limit and the offset.
 */
export interface PageStatements {
  readonly page: Statement;
  /** For a short list; omitted if `page` is good for both. */
  readonly pageOfFew?: Statement;
  readonly count: Statement;
  /** For a text search: counts and finds in one statement. */
  readonly search?: SearchStatements;
}

export interface SearchStatements {
  /** The first parameters of `find`. */
  readonly condition: readonly unknown[];
  /** The count, up to one more than a limit, and the ids of a page. Takes `condition`, limit, offset and the count's limit. */
  readonly find: Statement;
  /** The rows with these ids. Takes the store and the ids. */
  readonly rows: Statement;
}

export interface Part {
  readonly limit: number;
  readonly offset: number;
}

interface ReadPart<Row> {
  items: Row[];
  count: number;
}

/**
 * Reads a page and the total count: exact up to 50,000; for a longer list up to five seconds old; for a search exact up to
 * 10,000, then at least one more than was read. See docs/adr/0024-as-a-shop-grows.md.
 */
export async function readPage<Row>(
  on: Queryable,
  statements: PageStatements,
  condition: readonly unknown[],
  part: Part,
): Promise<ReadPart<Row>> {
  const { page, pageOfFew = page, count: countStatement, search } = statements;
  if (search) return readSearched<Row>(on, { page, search }, condition, part);
  const count = await cachedCount(on, [countStatement.text, condition], LONG_LIST, () =>
    countIn(on, countStatement, condition),
  );
  if (part.offset >= count) return { items: [], count };
  const statement = count > LONG_LIST ? page : pageOfFew;
  return { items: await on.query<Row>(statement, [...condition, part.limit, part.offset]), count };
}

async function readSearched<Row>(
  on: Queryable,
  { page, search }: { page: Statement; search: SearchStatements },
  condition: readonly unknown[],
  { limit, offset }: Part,
): Promise<ReadPart<Row>> {
  const max = Math.max(MAX_COUNTED, offset + limit);
  let ids: readonly string[] = [];
  const count = await cachedCount(on, [page.text, condition, max], max, async () => {
    const [found] = await on.query<FoundPage>(search.find, [...search.condition, limit, offset, max]);
    ids = found?.ids ?? [];
    return found?.count ?? 0;
  });
  if (count > max) return { items: await on.query<Row>(page, [...condition, limit, offset]), count };
  return { items: ids.length === 0 ? [] : await on.query<Row>(search.rows, [condition[0], ids]), count };
}

/** A count over the limit is cached for five seconds; a transaction counts each time. */
async function cachedCount(
  { recentCounts }: Queryable,
  key: readonly unknown[],
  max: number,
  count: () => Promise<number>,
): Promise<number> {
  if (recentCounts === undefined) return count();
  const text = JSON.stringify(key);
  const cached = recentCounts.peek(text);
  if (cached !== undefined && !recentCounts.mustRefresh(text)) return cached;
  return recentCounts.load(text, count, (counted) => counted > max);
}

async function countIn(on: Queryable, statement: Statement, values: readonly unknown[]): Promise<number> {
  const [counted] = await on.query<{ count: number }>(statement, values);
  return counted?.count ?? 0;
}
