import { anOrder, asAdmin, asShopper, call, collectionPath, type Json, type Reply } from '../../support/http';
import { uuidOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import { createCollection, asBackOffice, captured, medusaOrder } from '../../support/medusa-admin';
import { aStore, database, type OrderMade, type StoreMade } from '../../support/tandem';

// Odd values in staff's requests about payments: an error in Medusa's form, never a 500, and nothing is written.

let store: StoreMade;
let order: OrderMade;
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  store = await aStore();
  order = await anOrder(store);
  const payment = await captured(store, order, { amount: 60 });
  ids = { payment, further: await createCollection(store, order), order: medusaOrder(order) };
});
afterAll(() => expectInvariants(order));

const withIds = (path: string): string => path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? name);

async function written(): Promise<Json[]> {
  const { rows } = await database().query(
    `SELECT (SELECT count(*)::int FROM provider_operations WHERE order_id = $1) AS operations,
       (SELECT count(*)::int FROM ledger_entries WHERE order_id = $1) AS entries,
       (SELECT count(*)::int FROM payment_collections WHERE order_id = $1) AS collections`,
    [uuidOf(order.id)],
  );
  return rows;
}

async function expectRefused(send: () => Promise<Reply>, statuses: readonly number[]): Promise<void> {
  const before = await written();
  const reply = await send();
  expect([statuses, reply.body]).toEqual([
    expect.arrayContaining([reply.status]),
    { type: expect.any(String), message: expect.any(String) },
  ]);
  expect(await written()).toEqual(before);
}

const AMOUNTS = [
  '1e400',
  '-1e400',
  '1e308',
  '1e21',
  '9007199254740993',
  '0.001',
  '0',
  '-0',
  '-1',
  'null',
  'true',
];
const NOT_NUMBERS = ['"NaN"', '"1"', '""', '[]', '[1]', '{}', '{"$gt":0}', '{"toString":1}'];

describe.each([
  ['/admin/payments/:payment/capture', '{"amount":#}'],
  ['/admin/payments/:payment/refund', '{"amount":#}'],
  ['/admin/payment-collections', '{"order_id":":order","amount":#}'],
])('%s', (path, body) => {
  it.each([...AMOUNTS, ...NOT_NUMBERS])('an amount of %s is refused', async (amount) => {
    await expectRefused(
      () =>
        call('POST', withIds(path), { headers: asAdmin(store), body: withIds(body.replace('#', amount)) }),
      [400],
    );
  });
});

const TEXTS = [null, 5, true, [], ['x'], {}, { $ne: null }, 'x\0', '\ud800', 'x'.repeat(3000)];

describe.each([
  ['/admin/payments/:payment/refund', 'refund_reason_id', { amount: 1 }],
  ['/admin/payments/:payment/refund', 'note', { amount: 1 }],
  ['/admin/payment-collections', 'order_id', { amount: 1 }],
  ['/admin/payment-collections/:further/mark-as-paid', 'order_id', {}],
  ['/admin/payment-collections/:further/mark-as-paid', 'provider_id', { order_id: ':order' }],
  ['/admin/payments/:payment/capture', 'nope', { amount: 1 }],
])('%s with an odd %s', (path, field, rest) => {
  it.each(TEXTS)('%j is refused', async (value) => {
    const body = withIds(JSON.stringify({ ...rest, [field]: value }));
    await expectRefused(() => call('POST', withIds(path), { headers: asAdmin(store), body }), [400, 404]);
  });
});

it.each(['add', 'remove'])('null as the sales channels to %s is refused', async (which) => {
  const { body } = await asBackOffice(store, 'GET', '/api-keys?type=publishable');
  const path = `/api-keys/${body.api_keys[0].id as string}/sales-channels`;
  await expectRefused(() => asBackOffice(store, 'POST', path, { body: { [which]: null } }), [400]);
});

it.each(['payment', 'further', 'order'])('an id of another resource (%s) is not found', async (kind) => {
  const id = ids[kind] ?? '';
  if (kind !== 'payment')
    for (const verb of ['capture', 'refund', 'cancel'])
      await expectRefused(() => asBackOffice(store, 'POST', `/payments/${id}/${verb}`), [404]);
  if (kind === 'further') return;
  const body = { order_id: ids['order'] };
  const path = `/payment-collections/${id}`;
  await expectRefused(() => asBackOffice(store, 'POST', `${path}/mark-as-paid`, { body }), [404]);
  await expectRefused(() => asBackOffice(store, 'DELETE', path), [404]);
});

it('a lone surrogate in a shopper’s data is refused, in json and in text columns', async () => {
  const headers = asShopper(store);
  const unpaid = await anOrder(store);
  const data = { note: 'a\ud83d' };
  await expectRefused(
    () => call('POST', collectionPath(unpaid), { headers, body: { provider_id: 'pp_bogus_default', data } }),
    [400],
  );
  await expectRefused(() => call('POST', '/store/carts', { headers, body: { email: '\ud800' } }), [400]);
});

it.each([
  'created_at[$nope]=1',
  'created_at[$gt]=x',
  'created_at[$gt][$gt]=2026-01-01',
  'created_at[$gt]=%2B275760-09-13T00:00:01Z',
  '$where=1',
  'order=-nope',
  'order=created_at;--',
  'order[]=id',
  'limit=-1',
  'limit=1e400',
  'limit=NaN',
  'limit=1001',
  'offset=-1',
  'offset=99999999999999999999',
])('listing payments or orders with ?%s is refused', async (query) => {
  await expectRefused(() => asBackOffice(store, 'GET', `/payments?${query}`), [400]);
  await expectRefused(() => asBackOffice(store, 'GET', `/orders?${query}`), [400]);
});
