import { readPage } from './read-page';
import { TtlCache } from '../ttl-cache';
import { Statement, type Queryable } from '../connections/tx';

const statement = (name: string): Statement => new Statement(name, name);

const statements = {
  page: statement('walk'),
  pageOfFew: statement('sort'),
  count: statement('count'),
};

const searching = {
  ...statements,
  search: { condition: ['s'], find: statement('find'), rows: statement('rows') },
};

/** A table of that many rows, and the statements that were run on it. */
function table(rows: number): { on: Queryable; ran: string[] } {
  const ran: string[] = [];
  const query = ({ name }: Statement, values: readonly unknown[]): Promise<unknown[]> => {
    ran.push(name);
    if (name === 'count') return Promise.resolve([{ count: rows }]);
    if (name === 'find') return Promise.resolve([foundOf(rows, values.slice(-3).map(Number))]);
    return Promise.resolve([{}]);
  };
  const on = {
    query,
    recentCounts: new TtlCache<number>({ ttlMs: 5_000, maxEntries: 10 }),
  } as unknown as Queryable;
  return { on, ran };
}

function foundOf(rows: number, [limit = 0, offset = 0, max = 0]: number[]): unknown {
  const shown = rows > max ? 0 : Math.max(0, Math.min(limit, rows - offset));
  return { count: Math.min(rows, max + 1), ids: Array<string>(shown).fill('id') };
}

const FIRST = { limit: 20, offset: 0 };

it.each([
  { rows: 50_000, ran: ['count', 'sort'] },
  { rows: 50_001, ran: ['count', 'walk'] },
  { rows: 0, ran: ['count'] },
])('a list of $rows runs $ran', async ({ rows, ran }) => {
  const shop = table(rows);
  expect((await readPage(shop.on, statements, ['s'], FIRST)).count).toBe(rows);
  expect(shop.ran).toEqual(ran);
});

it('counts a list of up to 50,000 each time, and a longer one once in five seconds', async () => {
  for (const [rows, counts] of [
    [50_000, 2],
    [50_001, 1],
  ] as const) {
    const shop = table(rows);
    for (const offset of [0, 20]) await readPage(shop.on, statements, ['s'], { limit: 20, offset });
    await readPage(shop.on, statements, ['another'], FIRST);
    expect(shop.ran.filter((name) => name === 'count')).toHaveLength(counts + 1);
  }
});

it('reads nothing past the end', async () => {
  const shop = table(20);
  expect(await readPage(shop.on, statements, ['s'], { limit: 20, offset: 20 })).toEqual({
    items: [],
    count: 20,
  });
  expect(shop.ran).toEqual(['count']);
});

it('uses the same statement for both if the list has only one', async () => {
  const shop = table(3);
  const { page, count } = statements;
  await readPage(shop.on, { page, count }, ['s'], FIRST);
  expect(shop.ran).toEqual(['count', 'walk']);
});

it.each([
  { rows: 10_000, offset: 0, count: 10_000, ran: ['find', 'rows'] },
  { rows: 10_000, offset: 10_000, count: 10_000, ran: ['find'] },
  { rows: 0, offset: 0, count: 0, ran: ['find'] },
  { rows: 30_000, offset: 0, count: 10_001, ran: ['find', 'walk'] },
  { rows: 30_000, offset: 20_000, count: 20_021, ran: ['find', 'walk'] },
  { rows: 30_000, offset: 29_980, count: 30_000, ran: ['find', 'rows'] },
])('a search that finds $rows returns $count at $offset, by $ran', async ({ rows, offset, count, ran }) => {
  const shop = table(rows);
  const page = await readPage(shop.on, searching, ['s'], { limit: 20, offset });
  expect(page.count).toBe(count);
  expect(shop.ran).toEqual(ran);
});

it('a search over the limit is not counted again at once', async () => {
  const shop = table(30_000);
  for (const offset of [0, 20]) await readPage(shop.on, searching, ['s', 'a'], { limit: 20, offset });
  await readPage(shop.on, searching, ['s', 'another'], FIRST);
  expect(shop.ran).toEqual(['find', 'walk', 'walk', 'find', 'walk']);
});
