import { spreePayment, withOrder } from '../../support/checkout';
import {
  anOrder,
  asGuest,
  asOrderSystem,
  call,
  methodOf,
  sessionsPath,
  type Json,
  type Reply,
} from '../../support/http';
import { expectInvariants } from '../../support/invariants';
import { aGiftCard, asStaff } from '../../support/spree';
import { aStore, database, type OrderMade, type StoreMade } from '../../support/tandem';

// What staff do with orders and their payments.

let store: StoreMade;
let order: OrderMade;

withOrder((made) => ({ store, order } = made));
afterEach(() => expectInvariants(order));

/** A payment of the whole order, authorized and not captured. */
const aPayment = (more: Json = {}): Promise<Json> => spreePayment(store, order, more);

const admin = (method: string, rest: string, body?: Json, key?: string): Promise<Reply> =>
  call(method, `/api/v3/admin/orders/${order.id}${rest}`, { headers: asOrderSystem(store, key), body });

const place = (): Promise<Reply> =>
  call('PATCH', `/api/v3/store/orders/${order.id}/complete`, { headers: asGuest(store, order) });

it('captures in parts, refunds in parts, and shows each', async () => {
  const payment = await aPayment();
  const path = `/payments/${payment.id as string}`;
  expect((await admin('PATCH', `${path}/capture`, { amount: '40' })).body).toMatchObject({
    state: 'completed',
    amount: '40.0',
  });
  expect((await admin('PATCH', `${path}/capture`)).body.amount).toBe('110.0');
  const again = await admin('PATCH', `${path}/capture`);
  expect([again.status, again.body.amount]).toEqual([200, '110.0']);
  const refund = await admin('POST', '/refunds', { payment_id: payment.id, amount: '10.5' });
  expect([refund.status, refund.body]).toMatchObject([
    201,
    { amount: '10.5', payment_id: payment.id, refund_reason_id: null, reimbursement_id: null },
  ]);
  const rest = await admin('POST', '/refunds', { payment_id: payment.id });
  expect(rest.body.amount).toBe('99.5');
  const list = await admin('GET', '/refunds');
  expect(list.body.data.map(({ id }: Json) => id as string)).toEqual([refund.body.id, rest.body.id]);
  const over = await admin('POST', '/refunds', { payment_id: payment.id, amount: '0.01' });
  expect([over.status, over.body.error.code]).toEqual([422, 'refund_amount_exceeds_balance']);
});

it('refunds neither uncaptured payments nor those of another order', async () => {
  const payment = await aPayment();
  const early = await admin('POST', '/refunds', { payment_id: payment.id });
  expect([early.status, early.body.error.code]).toEqual([422, 'payment_not_refundable']);
  const mine = order;
  const other = await anOrder(store);
  order = other;
  expect((await admin('POST', '/refunds', { payment_id: payment.id })).status).toBe(404);
  expect((await admin('PATCH', `/payments/${payment.id as string}/capture`)).status).toBe(404);
  expect((await admin('GET', `/payments/${payment.id as string}`)).body.error.code).toBe('record_not_found');
  order = mine;
});

it('voids once however often it is requested, and the amount is due again', async () => {
  const payment = await aPayment();
  const voids = await Promise.all(
    [1, 2, 3].map(() => admin('PATCH', `/payments/${payment.id as string}/void`)),
  );
  expect(voids.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
  const settled = await admin('PATCH', `/payments/${payment.id as string}/void`);
  expect([settled.status, settled.body.state]).toEqual([200, 'void']);
  expect((await admin('GET', '')).body).toMatchObject({ amount_due: '110.0' });
  const late = await admin('PATCH', `/payments/${payment.id as string}/capture`);
  expect([late.status, late.body.error.code]).toEqual([422, 'payment_failed']);
  expect((await aPayment()).state).toBe('pending');
});

it('a capture and a void at the same time: one of them succeeds', async () => {
  const payment = await aPayment();
  const path = `/payments/${payment.id as string}`;
  const [captured, voided] = await Promise.all([
    admin('PATCH', `${path}/capture`),
    admin('PATCH', `${path}/void`),
  ]);
  const { state } = (await admin('GET', path)).body;
  expect(state).toBe(captured.status === 200 ? 'completed' : 'void');
  expect(captured.status === 200).not.toBe(voided.status === 200);
});

it('two captures with one Idempotency-Key capture once', async () => {
  const payment = await aPayment();
  const path = `/payments/${payment.id as string}/capture`;
  const twice = await Promise.all([1, 2].map(() => admin('PATCH', path, { amount: '30' }, 'capture-1')));
  expect(twice.map(({ body }) => body.amount as string)).toEqual(['30.0', '30.0']);
});

it('pays off-session by check, once per Idempotency-Key', async () => {
  const body = { payment_method_id: methodOf(store, 'pp_system_default') };
  const twice = await Promise.all([1, 2].map(() => admin('POST', '/payments', body, 'check-1')));
  expect(twice.map(({ status }) => status)).toEqual([201, 201]);
  expect(twice[0]?.body.id).toBe(twice[1]?.body.id);
  const { data, meta } = (await admin('GET', '/payments')).body;
  expect([meta.count, data[0]]).toMatchObject([1, { state: 'pending', amount: '110.0' }]);
  const more = await admin('POST', '/payments', body);
  expect([more.status, more.body.error.details]).toEqual([422, { amount: ['must be greater than 0'] }]);
});

it('canceling an order voids its authorized payments', async () => {
  await aPayment();
  await place();
  const canceled = await admin('PATCH', '/cancel');
  expect([canceled.status, canceled.body]).toMatchObject([
    200,
    { state: 'canceled', payment_state: 'void', payments: [{ state: 'void' }] },
  ]);
  expect((await admin('PATCH', '/cancel')).body.state).toBe('canceled');
});

it('canceling a paid order refunds captured payments and returns credit', async () => {
  const card = await aGiftCard(store, { amount: '10' });
  await call('POST', `/api/v3/store/carts/cart_${order.id.slice(3)}/gift_cards`, {
    headers: asGuest(store, order),
    body: { code: card.code as string },
  });
  const payment = await aPayment();
  await admin('PATCH', `/payments/${payment.id as string}/capture`);
  await place();
  const twice = await Promise.all([1, 2].map(() => admin('PATCH', '/cancel', undefined, 'cancel-1')));
  expect(twice.map(({ status }) => status)).toEqual([200, 200]);
  expect((await admin('GET', '/refunds')).body.data).toMatchObject([{ amount: '100.0' }]);
  expect(await asStaff(store, 'GET', `/gift_cards/${card.id as string}`)).toMatchObject({
    amount_remaining: '10.0',
    amount_used: '0.0',
  });
});

it('a canceled order takes no payment', async () => {
  const headers = asGuest(store, order);
  const body = { payment_method_id: methodOf(store) };
  const session = (await call('POST', sessionsPath(order), { headers, body })).body;
  await admin('PATCH', '/cancel');
  const late = await call('PATCH', sessionsPath(order, `/${session.id as string}/complete`), {
    headers,
    body: {},
  });
  expect(late.status).toBe(422);
  const unpaid = await call('POST', sessionsPath(order), { headers, body });
  expect([unpaid.status, unpaid.body.error.message]).toEqual([
    422,
    'The order is canceled: nothing more is paid for it',
  ]);
  expect((await place()).status).toBe(403);
});

it('lists orders in pages, by state, number, address and customer', async () => {
  const fresh = await aStore();
  const made: OrderMade[] = [];
  for (let i = 0; i < 3; i++) made.push(await anOrder(fresh, { email: `buyer${i}@example.com` }));
  const list = async (query: string): Promise<Json> =>
    (await call('GET', `/api/v3/admin/orders?${query}`, { headers: asOrderSystem(fresh) })).body;
  const [, , newest] = made;
  const page = await list('limit=2');
  expect(page.data[0].id).toBe(newest?.id);
  expect(page.meta).toEqual({
    page: 1,
    limit: 2,
    count: 5,
    pages: 3,
    from: 1,
    to: 2,
    in: 2,
    previous: null,
    next: 2,
  });
  const ids = async (query: string): Promise<string[]> =>
    (await list(query)).data.map(({ id }: Json) => id as string);
  expect(await ids(`q[number_eq]=${newest?.number ?? ''}`)).toEqual([newest?.id]);
  expect(await ids('q[email_eq]=BUYER0@example.com')).toEqual([made[0]?.id]);
  expect(await ids('search=buyer1')).toEqual([made[1]?.id]);
  expect(await ids('q[state_eq]=complete')).toEqual([]);
  expect(await ids(`q[customer_id_eq]=${fresh.customer.id}`)).toEqual([fresh.customer_order.id]);
  expect(await ids('q[customer_id_eq]=unknown')).toEqual([]);
  expect(await ids("q[number_eq]=' OR 1=1 --")).toEqual([]);
  expect(await ids('page=99')).toEqual([]);
  expect(Object.keys((await list('fields=number&limit=1')).data[0])).toEqual(['id', 'number']);
});

it('a shopper’s token is shown on a single order, not in lists', async () => {
  const { data } = await asStaff(store, 'GET', '/orders?limit=100');
  const [first] = data;
  expect(data.filter((order: object) => 'token' in order)).toEqual([]);
  expect((await asStaff(store, 'GET', `/orders/${first.id as string}`)).token).toMatch(/^[\w-]{64}$/);
});

it('a refund that the gateway refuses leaves no refund and reserves no amount', async () => {
  const headers = asGuest(store, order);
  const body = { payment_method_id: methodOf(store), external_data: { bogus_card: 'refund_refused' } };
  const session = (await call('POST', sessionsPath(order), { headers, body })).body;
  const done = await call('PATCH', sessionsPath(order, `/${session.id as string}/complete`), { headers });
  const payment = done.body.payment;
  await admin('PATCH', `/payments/${payment.id as string}/capture`);
  const refused = await admin('POST', '/refunds', { payment_id: payment.id, amount: '10' });
  expect([refused.status, refused.body.error.code]).toEqual([422, 'payment_failed']);
  expect((await admin('GET', '/refunds')).body.meta.count).toBe(0);
  const { rows } = await database().query('SELECT refunding FROM payments WHERE number = $1', [
    payment.number,
  ]);
  expect(rows).toEqual([{ refunding: '0' }]);
});
