import { anOrder, cartIdOf, type Json, type Reply } from '../../support/http';
import { expectInvariants } from '../../support/invariants';
import { asBackOffice, placed } from '../../support/medusa-admin';
import { anotherServer, aStore, type OrderMade, type StoreMade } from '../../support/tandem';
import { WITHOUT_WORKERS, watchDatabase } from '../../support/watched-database';

// How the back office reads, captures and cancels payments.

let store: StoreMade;
let other: StoreMade;
const orders: OrderMade[] = [];

beforeAll(async () => {
  [store, other] = await Promise.all([aStore(), aStore()]);
});
afterEach(() => expectInvariants(...orders.splice(0)));

async function aPayment(of = store): Promise<{ id: string; order: OrderMade }> {
  const order = await anOrder(of);
  orders.push(order);
  return { id: await placed(of, order), order };
}

const admin = (method: string, rest = '', body?: Json, key?: string): Promise<Reply> =>
  asBackOffice(store, method, `/payments${rest}`, { body, key });

const idsIn = (reply: Reply): string[] => reply.body.payments.map(({ id }: Json) => id as string);

it('lists and reads a payment with the fields of a real server', async () => {
  const { id, order } = await aPayment();
  const shown = {
    id,
    currency_code: 'usd',
    amount: 110,
    captured_at: null,
    payment_collection_id: cartIdOf(order.id, 'pay_col'),
    payment_session_id: expect.stringMatching(/^payses_/),
    captures: [],
    refunds: [],
  };
  expect((await admin('GET', `?id=${id}`)).body).toEqual({
    payments: [shown],
    count: 1,
    offset: 0,
    limit: 20,
  });
  expect((await admin('GET', `/${id}`)).body).toEqual({ payment: shown });
});

it('shows the whole collection with its status, the session, and the ids of both', async () => {
  const { id } = await aPayment();
  await admin('POST', `/${id}/capture`, { amount: 40 });
  const fields = 'fields=id,*payment_collection,*payment_session';
  for (const { payment } of [
    (await admin('GET', `/${id}?${fields}`)).body,
    { payment: (await admin('GET', `?id=${id}&${fields}`)).body.payments[0] },
  ]) {
    expect(Object.keys(payment).sort()).toEqual([
      'id',
      'payment_collection',
      'payment_collection_id',
      'payment_session',
      'payment_session_id',
    ]);
    expect(payment.payment_collection).toEqual({
      id: payment.payment_collection_id,
      currency_code: 'usd',
      completed_at: null,
      status: 'partially_captured',
      metadata: null,
      raw_amount: { value: '110', precision: 20 },
      raw_authorized_amount: { value: '110', precision: 20 },
      raw_captured_amount: { value: '40', precision: 20 },
      raw_refunded_amount: { value: '0', precision: 20 },
      created_at: expect.any(String),
      updated_at: expect.any(String),
      deleted_at: null,
      amount: 110,
      authorized_amount: 110,
      captured_amount: 40,
      refunded_amount: 0,
    });
    expect(payment.payment_session).toMatchObject({ id: payment.payment_session_id, status: 'authorized' });
  }
  const deep = await admin('GET', `/${id}?fields=payment_collection.payments.captures.amount`);
  expect(deep.body.payment.payment_collection.payments[0].captures[0].amount).toBe(40);
});

it('filters by id, session and time, by one value or several, and pages in either order', async () => {
  const made = [await aPayment(), await aPayment(), await aPayment()];
  const [a = '', b = '', c = ''] = made.map(({ id }) => id);
  const first = (await admin('GET', `/${a}?fields=payment_session_id,created_at`)).body.payment;
  expect(idsIn(await admin('GET', `?id[]=${a}&id[]=${b}`))).toEqual([a, b]);
  expect(idsIn(await admin('GET', `?payment_session_id=${first.payment_session_id as string}`))).toEqual([a]);
  expect(idsIn(await admin('GET', `?payment_session_id[]=payses_nope`))).toEqual([]);
  const since = `created_at[$gte]=${first.created_at as string}`;
  expect(idsIn(await admin('GET', `?${since}`))).toEqual([a, b, c]);
  expect(idsIn(await admin('GET', `?created_at[$gt]=${first.created_at as string}`))).toEqual([b, c]);
  expect(idsIn(await admin('GET', `?created_at=${first.created_at as string}`))).toEqual([a]);
  expect(idsIn(await admin('GET', '?updated_at[$gt]=2120-01-01T00:00:00Z'))).toEqual([]);
  const newest = await admin('GET', `?${since}&order=-created_at&limit=2&offset=1`);
  expect([idsIn(newest), newest.body.count, newest.body.offset, newest.body.limit]).toEqual([
    [b, a],
    3,
    1,
    2,
  ]);
});

it('forty indexed ids are parsed as a list, like two', async () => {
  const { id } = await aPayment();
  const many = [...Array(39).keys(), id].map((name, i) => `id[${i}]=${String(name)}`).join('&');
  expect(idsIn(await admin('GET', `?${many}`))).toEqual([id]);
});

it('a page takes one statement besides its list, however many payments it shows', async () => {
  const made = [await aPayment(), await aPayment(), await aPayment()];
  for (const { id } of made) await admin('POST', `/${id}/capture`, { amount: 1 });
  const watched = await watchDatabase();
  const server = await anotherServer({ DATABASE_URL: watched.url }, WITHOUT_WORKERS);
  const run = async (ids: readonly string[]): Promise<string[]> => {
    const query = ids.map((id) => `id[]=${id}`).join('&');
    const fields = 'fields=*captures,*refunds.refund_reason,*payment_session,*payment_collection.payments';
    watched.takeStatements();
    const path = `/payments?${query}&${fields}`;
    expect((await asBackOffice(store, 'GET', path, { server: server.url })).body.count).toBe(ids.length);
    return watched.takeStatements();
  };
  await run([made[0]?.id ?? '']);
  const [one, three] = [await run([made[0]?.id ?? '']), await run(made.map(({ id }) => id))];
  expect(one).toEqual(['find payment collections in full']);
  expect(three).toEqual(one);
  await server.stop();
  await watched.close();
});

it.each([
  ['order=nope', 'Order field nope is not valid'],
  ['order=constructor', 'Order field constructor is not valid'],
  ['limit=1001', "Invalid request: Value for field 'limit' too big, expected at most: '1000'"],
  ['offset=-1', "Invalid request: Value for field 'offset' too small, expected at least: '0'"],
  ['created_at[$gt]=soon', "Invalid request: Invalid value for field 'created_at.$gt'"],
  ['created_at[$where]=1', "Invalid request: Unrecognized fields: 'created_at.$where'"],
  ['id[x][y]=1', 'Invalid request: Expected type: \'string\' for field \'id\', got: \'[{"x":{"y":"1"}}]\''],
  ['nope=1', "Invalid request: Unrecognized fields: 'nope'"],
])('?%s is refused', async (query, message) => {
  const reply = await admin('GET', `?${query}`);
  expect([reply.status, reply.body]).toEqual([400, { type: 'invalid_data', message }]);
});

it('another store’s payments can be neither listed, read, captured nor canceled', async () => {
  const theirs = (await aPayment(other)).id;
  expect(idsIn(await admin('GET', `?id=${theirs}`))).toEqual([]);
  expect((await admin('GET')).text).not.toContain(theirs);
  for (const [method, rest] of [
    ['GET', ''],
    ['POST', '/cancel'],
    ['POST', '/capture'],
  ] as const) {
    const reply = await admin(method, `/${theirs}${rest}`);
    expect([reply.status, reply.body.message]).toEqual([404, `Payment with id: ${theirs} was not found`]);
  }
});

it('cancels an authorization once, and then captures nothing of it', async () => {
  const { id } = await aPayment();
  const first = await admin('POST', `/${id}/cancel`, undefined, `cancel ${id}`);
  const again = await admin('POST', `/${id}/cancel`, undefined, `cancel ${id}`);
  expect([first.status, again.headers.get('idempotent-replayed'), again.body]).toEqual([
    200,
    'true',
    first.body,
  ]);
  expect((await admin('POST', `/${id}/cancel`)).status).toBe(200);
  const captured = await admin('POST', `/${id}/capture`, { amount: 1 });
  expect([captured.status, captured.body]).toEqual([
    400,
    { type: 'invalid_data', message: `The payment: ${id} has been canceled.` },
  ]);
  const { payment } = (await admin('GET', `/${id}?fields=canceled_at,payment_collection.status`)).body;
  expect(payment).toMatchObject({
    canceled_at: expect.any(String),
    payment_collection: { status: 'canceled' },
  });
});

it('a capture responds with its collection, and so does a repeated request', async () => {
  const { id } = await aPayment();
  const rest = `/${id}/capture?fields=captures.amount,payment_collection.status,payment_session.status`;
  const body = { amount: 40 };
  const first = await admin('POST', rest, body, `capture ${id}`);
  expect(first.body.payment).toMatchObject({
    captures: [{ amount: 40 }],
    payment_collection: { status: 'partially_captured' },
    payment_session: { status: 'authorized' },
  });
  expect((await admin('POST', rest, body)).body.payment.captures).toHaveLength(2);
  expect((await admin('POST', rest, body, `capture ${id}`)).body).toEqual(first.body);
});

it('captured money is not canceled: after a partial capture, only the remainder is', async () => {
  const { id } = await aPayment();
  await admin('POST', `/${id}/capture`, { amount: 1 });
  const reply = await admin('POST', `/${id}/cancel`);
  expect([reply.status, reply.body.payment.id]).toEqual([200, id]);
  const again = await admin('POST', `/${id}/cancel`);
  expect([again.status, again.body.type]).toEqual([400, 'not_allowed']);
});

it('a capture and a cancellation at the same time: exactly one of them succeeds, in full', async () => {
  const { id } = await aPayment();
  const [captured, canceled] = await Promise.all([
    admin('POST', `/${id}/capture`),
    admin('POST', `/${id}/cancel`),
  ]);
  expect([captured.status, canceled.status].sort()).toEqual([200, 400]);
  const { payment } = (await admin('GET', `/${id}?fields=captured_at,canceled_at`)).body;
  expect([payment.captured_at !== null, payment.canceled_at !== null]).toEqual([
    captured.status === 200,
    canceled.status === 200,
  ]);
});

it('lists the providers of this server, and shows which of them the store has enabled', async () => {
  const all = (await admin('GET', '/payment-providers')).body;
  expect(all).toEqual({
    payment_providers: expect.arrayContaining([
      { id: 'pp_bogus_default', is_enabled: true },
      { id: 'pp_system_default', is_enabled: true },
    ]),
    count: all.payment_providers.length,
    offset: 0,
    limit: 20,
  });
  const one = await admin('GET', '/payment-providers?is_enabled=true&id[]=pp_system_default&id[]=pp_x_y');
  expect(one.body.payment_providers).toEqual([{ id: 'pp_system_default', is_enabled: true }]);
  expect((await admin('GET', '/payment-providers?is_enabled=false&id=pp_system_default')).body.count).toBe(0);
  expect((await admin('GET', '/payment-providers?limit=1&offset=1')).body.payment_providers).toEqual([
    all.payment_providers[1],
  ]);
  expect((await admin('GET', '/payment-providers?is_enabled=maybe')).status).toBe(400);
});
