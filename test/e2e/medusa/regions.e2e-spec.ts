import type { Json } from '../../support/http';
import { backOfficeOf, shopOf, TIME } from '../../support/medusa';
import { uuidOfMedusa, medusaIdOf } from '../../support/ids';
import { aStore, database, type StoreMade } from '../../support/tandem';

let store: StoreMade;
let second: string;

const shop = (path: string): Promise<Json> => shopOf(store)('GET', `/regions${path}`);
const office = (path: string): Promise<Json> => backOfficeOf(store)('GET', `/regions${path}`);

beforeAll(async () => {
  store = await aStore();
  const region = uuidOfMedusa(store.region_id);
  const { rows } = await database().query('SELECT store_id FROM regions WHERE id = $1', [region]);
  // Created after the first, so that it sorts as the newest.
  const id = `ffffffff${region.slice(8)}`;
  second = medusaIdOf('reg', id);
  await database().query(
    `INSERT INTO regions (store_id, id, name, currency, created_at) VALUES ($1, $2, 'Europe', 'EUR', now() + interval '1 day')`,
    [rows[0].store_id, id],
  );
});

const ids = ({ body }: Json): string[] => body.regions.map(({ id }: Json) => id as string);

it('shows a region with Medusa’s fields, to shoppers and to staff', async () => {
  const region = {
    id: store.region_id,
    name: expect.any(String),
    currency_code: 'usd',
    metadata: null,
    created_at: TIME,
    updated_at: TIME,
    deleted_at: null,
    countries: [],
  };
  expect((await shop(`/${store.region_id}`)).body).toEqual({ region });
  expect((await office(`/${store.region_id}`)).body).toEqual({
    region: { ...region, automatic_taxes: false },
  });
});

it('shows the providers of a region on request', async () => {
  const { body } = await shop(`/${store.region_id}?fields=id,*payment_providers`);
  expect(body.region).toEqual({
    id: store.region_id,
    payment_providers: expect.arrayContaining([{ id: 'pp_bogus_default', is_enabled: true }]),
  });
});

it.each([
  ['', ['second', 'first'], 2],
  ['?order=created_at', ['first', 'second'], 2],
  ['?order=-currency_code', ['first', 'second'], 2],
  ['?limit=1&offset=1', ['first'], 2],
  ['?limit=0', [], 2],
  ['?currency_code=eur', ['second'], 1],
  ['?currency_code[]=eur&currency_code[]=usd', ['second', 'first'], 2],
  ['?q=euro', ['second'], 1],
  ['?name=Europe', ['second'], 1],
  ['?id=:first', ['first'], 1],
  ['?id=nope', [], 0],
])('lists regions%s', async (query, expected, count) => {
  const idOf: Record<string, string> = { first: store.region_id, second };
  for (const ask of [shop, office]) {
    const reply = await ask(query.replace(':first', store.region_id));
    expect([reply.status, ids(reply), reply.body.count]).toEqual([
      200,
      expected.map((name) => idOf[name]),
      count,
    ]);
  }
});

it('only staff can filter regions by their creation time', async () => {
  const tomorrow = new Date(Date.now() + 3600_000).toISOString();
  expect(ids(await office(`?created_at[$gt]=${tomorrow}`))).toEqual([second]);
  expect((await shop(`?created_at[$gt]=${tomorrow}`)).status).toBe(400);
});

it('another store’s region is not found, and an unknown sort field is refused', async () => {
  const other = await aStore();
  const reply = await shop(`/${other.region_id}`);
  expect([reply.status, reply.body]).toEqual([
    404,
    { type: 'not_found', message: `Region with id: ${other.region_id} was not found` },
  ]);
  expect((await office('/reg_nope')).status).toBe(404);
  expect((await shop('?order=store_id')).status).toBe(400);
  expect((await shop('?limit=-1')).body.type).toBe('invalid_data');
});
