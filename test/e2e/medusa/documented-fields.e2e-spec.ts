import { DOCUMENTED } from '../../support/documented-paths';
import {
  anOrder,
  asGuest,
  asShopper,
  call,
  collectionPath,
  methodOf,
  sessionsPath,
  type Json,
} from '../../support/http';
import { medusaIdOf, uuidOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import { asBackOffice, medusaOrder } from '../../support/medusa-admin';
import type { Server } from '../../support/server-process';
import {
  anotherServer,
  aStore,
  baseUrl,
  database,
  type OrderMade,
  type StoreMade,
} from '../../support/tandem';
import { WITHOUT_WORKERS, watchDatabase, type WatchedDatabase } from '../../support/watched-database';

// Medusa's reference documents 97 properties of a session's response: each can be requested, and all at once.

let store: StoreMade;
let reason: string;
let watched: WatchedDatabase;
let server: Server;

beforeAll(async () => {
  store = await aStore();
  const { rows } = await database().query(
    `SELECT r.id FROM refund_reasons r JOIN api_keys k ON k.store_id = r.store_id WHERE k.token = $1`,
    [store.publishable_key],
  );
  reason = medusaIdOf('refr', rows[0].id);
  watched = await watchDatabase();
  server = await anotherServer({ DATABASE_URL: watched.url }, WITHOUT_WORKERS);
});
afterAll(async () => {
  await server.stop();
  await watched.close();
});

/** Pays a part of an open order, captures 30 of it and refunds 10. */
async function payAPart(order: OrderMade, amount = '40.00'): Promise<void> {
  const headers = asGuest(store, order);
  const body = { payment_method_id: methodOf(store), amount, external_data: { shown: 'yes' } };
  const made = await call('POST', sessionsPath(order), { headers, body });
  const paid = await call('PATCH', sessionsPath(order, `/${made.body.id}/complete`), { headers, body: {} });
  const payment = medusaIdOf('pay', uuidOf(paid.body.payment.id));
  await office('POST', `/payments/${payment}/capture`, { amount: 30 });
  await office('POST', `/payments/${payment}/refund`, { amount: 10, refund_reason_id: reason, note: 'n' });
}

async function office(method: string, path: string, body?: Json): Promise<Json> {
  const reply = await asBackOffice(store, method, path, { body });
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body;
}

async function session(order: OrderMade, fields: string, at = baseUrl): Promise<Json> {
  const body = { provider_id: 'pp_system_default' };
  const path = `${collectionPath(order)}?fields=${fields}`;
  const reply = await call('POST', path, { headers: asShopper(store), body, server: at });
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body.payment_collection;
}

/** All values at a path, through every list. */
function at(value: Json, [name = '', ...rest]: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((each) => at(each, [name, ...rest]));
  const below = value?.[name];
  return rest.length === 0 || below === undefined || below === null ? [below] : at(below, rest);
}

const valuesAt = (value: Json, path: string): unknown[] => at(value, path.split('.'));

it('lists 97 properties', () => expect(new Set(DOCUMENTED).size).toBe(97));

describe('all of them in one request', () => {
  let order: OrderMade;
  let shown: Json;

  beforeAll(async () => {
    order = await anOrder(store);
    await payAPart(order);
    shown = await session(order, DOCUMENTED.join(','));
  });
  afterAll(() => expectInvariants(order));

  it.each(DOCUMENTED)('shows %s', (path) => {
    const values = valuesAt(shown, path);
    expect(values.length).toBeGreaterThan(0);
    expect(values).not.toContain(undefined);
  });

  it.each([
    ['', []],
    ['payment_sessions', ['payment_collection_id']],
    ['payments', ['payment_collection_id', 'payment_session_id']],
    ['payments.captures', ['payment_id']],
    ['payments.refunds', ['payment_id']],
    ['payments.refunds.refund_reason', []],
  ])('shows only documented properties of "%s", and the foreign keys of its links', (relation, keys) => {
    const [first] = relation === '' ? [shown] : [valuesAt(shown, relation)].flat(2);
    const prefix = relation === '' ? '' : `${relation}.`;
    const documented = DOCUMENTED.filter((path) => path.startsWith(prefix))
      .map((path) => path.slice(prefix.length))
      .filter((path) => !path.includes('.'));
    expect(Object.keys(first).sort()).toEqual([...documented, ...keys].sort());
  });

  it('shows the ledger’s sums on a session’s payment and on the collection’s', () => {
    expect(shown).toMatchObject({ authorized_amount: 40, captured_amount: 30, refunded_amount: 10 });
    const paid = shown.payment_sessions.find(({ payment }: Json) => payment !== null);
    for (const payment of [paid.payment, shown.payments[0]]) {
      expect(payment).toMatchObject({
        amount: 40,
        authorized_amount: 40,
        captured_amount: 30,
        refunded_amount: 10,
        captures: [{ amount: 30, created_by: expect.stringMatching(/^apk_/) }],
        refunds: [{ amount: 10, note: 'n', refund_reason_id: reason, refund_reason: { code: 'damaged' } }],
      });
    }
    expect(shown.payments).toHaveLength(1);
  });

  it('shows a back link as an object with its id and scalars only', () => {
    const [payment] = shown.payments;
    const links = {
      collection: [shown.payment_sessions[0].payment_collection, payment.payment_collection],
      payment: [payment.captures[0].payment, payment.refunds[0].payment],
      session: [payment.payment_session],
    };
    for (const link of links.collection)
      expect(link).toMatchObject({ id: shown.id, amount: 110, currency_code: 'usd', captured_amount: 30 });
    for (const link of links.payment)
      expect(link).toMatchObject({ id: payment.id, amount: 40, refunded_amount: 10 });
    expect(links.session[0]).toMatchObject({ amount: 40, status: 'authorized' });
    for (const link of Object.values(links).flat())
      expect(Object.values(link).filter((value) => typeof value === 'object' && value !== null)).toEqual([]);
  });

  it('shows the provider data of a session, and that of a payment without secrets', () => {
    const paid = shown.payment_sessions.find(({ payment }: Json) => payment !== null);
    expect(paid.data).toMatchObject({ shown: 'yes', client_secret: expect.any(String) });
    const data = {
      shown: 'yes',
      payment_method_details: expect.objectContaining({ type: 'card', last4: '4242' }),
    };
    expect(paid.payment.data).toEqual(data);
    expect(shown.payments[0].data).toEqual(data);
  });
});

it.each([
  ['a raw plus before each', DOCUMENTED.map((path) => `+${path}`).join(',')],
  ['a plus that is escaped', DOCUMENTED.map((path) => `%2B${path}`).join(',')],
  [
    'whole relations with * and sums by name',
    `${relations('*')},${sums('payments')},+payments.captures.payment`,
  ],
  ['relations with .*', `${relations('.*')},${sums('payments')},+payments.captures.payment`],
])('fields given as %s are understood', async (_, fields) => {
  const order = await anOrder(store);
  await payAPart(order);
  const shown = await session(order, fields);
  expect(Object.keys(shown)).toEqual(expect.arrayContaining(['currency_code', 'payments', 'completed_at']));
  expect(shown.payments).toMatchObject([
    { captured_amount: 30, refunds: [{ note: 'n', refund_reason: { code: 'damaged' } }] },
  ]);
  await expectInvariants(order);
});

function relations(form: '*' | '.*'): string {
  const paths = ['payment_sessions.payment', 'payments.captures', 'payments.refunds.refund_reason'];
  return ['+completed_at', ...paths.map((path) => (form === '*' ? `*${path}` : `${path}.*`))].join(',');
}

function sums(relation: string): string {
  return ['authorized', 'captured', 'refunded'].map((name) => `+${relation}.${name}_amount`).join(',');
}

it('a long list of fields is read whole, and one over 8000 characters is refused', async () => {
  const order = await anOrder(store);
  const long = [...Array(900).fill('unknown'), 'status'].join(',');
  expect(await session(order, long)).toEqual({ id: expect.any(String), status: 'not_paid' });
  const reply = await call('POST', `${collectionPath(order)}?fields=${'x'.repeat(8001)}`, {
    headers: asShopper(store),
    body: { provider_id: 'pp_system_default' },
  });
  expect([reply.status, reply.body.type]).toEqual([400, 'invalid_data']);
});

it('one statement per relation, however many payments there are', async () => {
  const [one, three] = [await anOrder(store), await anOrder(store)];
  await payAPart(one);
  for (const amount of ['35.00', '35.00', '33.00']) await payAPart(three, amount);
  const heardFor = async (order: OrderMade): Promise<string[]> => {
    watched.takeStatements();
    const shown = await session(order, DOCUMENTED.join(','), server.url);
    expect(shown.payments).toHaveLength(order === one ? 1 : 3);
    return watched.takeStatements();
  };
  await heardFor(one);
  const [once, thrice] = [await heardFor(one), await heardFor(three)];
  expect(thrice).toEqual(once);
  await expectInvariants(one, three);
});

it('a collection without payments takes the hot path’s one statement, whatever fields are requested', async () => {
  const order = await anOrder(store);
  watched.takeStatements();
  const shown = await session(order, DOCUMENTED.join(','), server.url);
  expect(watched.takeStatements()).toEqual(['create payment sessions']);
  expect(shown).toMatchObject({ authorized_amount: null, captured_amount: null, payments: [] });
});

it('the back office can request the same properties of orders and payments', async () => {
  const order = await anOrder(store);
  await payAPart(order);
  await session(order, 'id');
  await call('POST', `/store/carts/${order.cart_id}/complete`, { headers: asShopper(store) });
  const within = DOCUMENTED.map((path) => `payment_collections.${path}`).join(',');
  const { order: shown } = await office('GET', `/orders/${medusaOrder(order)}?fields=${within}`);
  const [collection] = shown.payment_collections;
  for (const path of DOCUMENTED) expect([path, ...valuesAt(collection, path)]).not.toContain(undefined);
  expect(collection).toMatchObject({ captured_amount: 30, refunded_amount: 10 });
  const paths = DOCUMENTED.filter((path) => path.startsWith('payments.')).map((path) => path.slice(9));
  const { id } = collection.payments.find(({ captures }: Json) => captures.length > 0);
  for (const { payment } of [
    await office('GET', `/payments/${id}?fields=${paths.join(',')}`),
    { payment: (await office('GET', `/payments?id=${id}&fields=${paths.join(',')}`)).payments[0] },
  ]) {
    for (const path of paths) expect([path, ...valuesAt(payment, path)]).not.toContain(undefined);
    expect(payment).toMatchObject({ authorized_amount: 40, captured_amount: 30, refunded_amount: 10 });
  }
  await expectInvariants(order);
});
