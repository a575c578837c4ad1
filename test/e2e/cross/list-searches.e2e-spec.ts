import { randomBytes } from 'node:crypto';
import { asAdmin, asOrderSystem, call, type Json } from '../../support/http';
import { ownDatabase, type OwnDatabase } from '../../support/own-database';
import type { Server } from '../../support/server-process';
import type { StoreMade } from '../../support/tandem';

// A search finds exactly the rows that contain the text, in any case: through a trigram index, queried by the rare part of the
// text, if pg_trgm could be installed; otherwise by scanning the list.

const PEOPLE = 300;

const ODD = [
  { email: 'zoë.quincey@gmail.com', first_name: 'Zoë', last_name: 'O’Neill' },
  { email: 'per_cent%@example.org', first_name: '100%', last_name: 'Back\\slash' },
  { email: 'upper.case@gmail.com', first_name: 'UPPER', last_name: 'Case' },
];

/** Search texts: rare and common ones, parts of both, and characters that LIKE treats specially. */
const TEXTS = [
  ...[
    'person17@gmail.com',
    'PERSON17',
    'son17@gma',
    '17',
    '7@',
    'n299@gmail.com',
    'first17 last',
    '0@gmail.com',
  ],
  ...['gmail', '@gmail.com', 'com first', 'person', 'e', '@', '.', 'gmail.com first299'],
  ...['zoë', 'oë.quin', 'ë', 'O’Neill', 'Upper', 'pper.case@gmail.com upper', 'CASE@GMAIL'],
  ...['per_cent%', '_', '%', '\\', 'son%7', 'son_7', '100%', 'Back\\s'],
  ...[
    'unknown@nowhere',
    'person999@gmail.com',
    'person17@gmail.org',
    'gmail.com gmail',
    "' OR true --",
    '~~~',
    '𝕏',
  ],
];

interface Shop {
  readonly own: OwnDatabase;
  readonly server: Server;
  readonly store: StoreMade;
  /** Its customers' searchable texts, in lower case. */
  readonly texts: readonly string[];
  drop(): Promise<void>;
}

type Made = Omit<Shop, 'drop'>;

async function shopAs(own: OwnDatabase, url: string): Promise<Made> {
  const server = await own.server({ DATABASE_URL: url });
  const made = await own.tandem(['store', 'Searches', '--json'], { DATABASE_URL: url });
  const store = JSON.parse(made) as StoreMade;
  await own.pool.query(
    `INSERT INTO customers (store_id, id, email, first_name, last_name)
     SELECT store_id, gen_random_uuid(), p->>'email', p->>'first_name', p->>'last_name'
       FROM customers, jsonb_array_elements($1) p`,
    [JSON.stringify(people())],
  );
  await own.pool.query('ANALYZE');
  const { rows } = await own.pool.query<{ text: string }>(
    `SELECT concat_ws(' ', email, coalesce(first_name, ''), coalesce(last_name, '')) AS text FROM customers`,
  );
  return { own, server, store, texts: rows.map(({ text }) => text.toLowerCase()) };
}

function people(): Json[] {
  const many = Array.from({ length: PEOPLE }, (_, n) => ({
    email: `person${n}@gmail.com`,
    first_name: `First${n}`,
    last_name: 'Last',
  }));
  return [...many, ...ODD];
}

/** A database role that may create tables but no extension, as careful operators grant. */
async function withoutTrigrams(): Promise<Shop> {
  const own = await ownDatabase();
  const url = new URL(own.url);
  const role = `search_${randomBytes(6).toString('hex')}`;
  [url.username, url.password] = [role, role];
  await own.pool.query(`CREATE ROLE ${role} LOGIN PASSWORD '${role}'`);
  await own.pool.query(`GRANT CREATE ON SCHEMA public TO ${role}`);
  const drop = async (): Promise<void> => {
    await own.pool.query(`DROP OWNED BY ${role}`);
    await own.pool.query(`DROP ROLE ${role}`);
    await own.drop();
  };
  return { ...(await shopAs(own, url.href)), drop };
}

async function withTrigrams(): Promise<Shop> {
  const own = await ownDatabase();
  return { ...(await shopAs(own, own.url)), drop: () => own.drop() };
}

describe.each([
  { shopOf: withTrigrams, indexes: ['customers_by_text', 'orders_by_text'] },
  { shopOf: withoutTrigrams, indexes: [] },
])('$shopOf.name', ({ shopOf, indexes }) => {
  let shop: Shop;

  beforeAll(async () => {
    shop = await shopOf();
  }, 60_000);

  afterAll(async () => {
    await shop.server.stop();
    await shop.drop();
  });

  it('has the expected indexes', async () => {
    const { rows } = await shop.own.pool.query<{ name: string }>(
      `SELECT indexname AS name FROM pg_indexes WHERE indexname LIKE '%\\_by\\_text' ORDER BY indexname`,
    );
    expect(rows.map(({ name }) => name)).toEqual(indexes);
  });

  it.each(TEXTS)('finds the customers with %p', async (text) => {
    const expected = shop.texts.filter((searchable) => searchable.includes(text.toLowerCase())).length;
    const q = encodeURIComponent(text);
    const [medusa, spree] = await Promise.all([
      get(`/admin/customers?limit=1000&q=${q}`, asAdmin(shop.store)),
      get(`/api/v3/admin/customers?limit=1&search=${q}`, asOrderSystem(shop.store)),
    ]);
    expect([medusa.count, medusa.customers.length, spree.meta.count]).toEqual([expected, expected, expected]);
  });

  it('finds orders by a part of their email or their number, and pages through them', async () => {
    const headers = asOrderSystem(shop.store);
    const made: Json[] = [];
    for (const email of ['person17@gmail.com', 'Zora@gmail.com', 'per_cent%@example.org']) {
      const body = { email, currency: 'USD', items: [{ name: 'Tee', quantity: 1, price: '5.00' }] };
      const {
        server: { url },
      } = shop;
      made.push((await call('POST', '/api/v3/admin/orders', { headers, body, server: url })).body);
    }
    const find = async (query: string): Promise<string[]> =>
      (await get(`/api/v3/admin/orders?${query}`, headers)).data.map(({ number }: Json) => number as string);
    const [first, second, third] = made.map(({ number }) => number as string);
    expect(await find('search=GMAIL')).toEqual([second, first]);
    expect(await find('search=gmail&limit=1&page=2')).toEqual([first]);
    expect(await find('search=gmail&limit=1&page=3')).toEqual([]);
    expect(await find('search=zora@GMAIL.com')).toEqual([second]);
    expect(await find(`search=${third?.toLowerCase() ?? ''}`)).toEqual([third]);
    expect(await find('search=%25@example')).toEqual([third]);
  });

  async function get(path: string, headers: Record<string, string>): Promise<Json> {
    return (await call('GET', path, { headers, server: shop.server.url })).body;
  }
});
