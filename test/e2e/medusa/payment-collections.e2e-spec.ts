import { withOrder } from '../../support/checkout';
import { asAdmin, asShopper, call, cartIdOf, collectionPath, paymentOf, type Json } from '../../support/http';
import { expectInvariants } from '../../support/invariants';
import { medusaIdOf } from '../../support/ids';
import { database, type OrderMade, type StoreMade } from '../../support/tandem';

let store: StoreMade;
let order: OrderMade;

withOrder((made) => ({ store, order } = made));
afterEach(() => expectInvariants(order));

async function collection(query = ''): Promise<Json> {
  const reply = await call('POST', `/store/payment-collections${query}`, {
    headers: { ...asShopper(store), 'x-spree-order-token': order.token },
    body: { cart_id: order.cart_id },
  });
  expect(reply.status).toBe(200);
  return reply.body.payment_collection;
}

async function session(body: Json = {}, query = ''): Promise<Json> {
  const reply = await call('POST', collectionPath(order) + query, {
    headers: asShopper(store),
    body: { provider_id: 'pp_bogus_default', ...body },
  });
  expect(reply.status).toBe(200);
  return reply.body.payment_collection;
}

function complete(query = ''): Promise<Json> {
  return call('POST', `/store/carts/${order.cart_id}/complete${query}`, { headers: asShopper(store) });
}

async function paid(): Promise<string> {
  await session();
  expect((await complete()).body.type).toBe('order');
  return paymentOf(store, order);
}

const move = (payment: string, verb: 'capture' | 'refund', body: Json): Promise<Json> =>
  call('POST', `/admin/payments/${payment}/${verb}`, { headers: asAdmin(store), body });

it('creates a cart’s collection once', async () => {
  const first = await collection();
  expect(first).toEqual({
    id: cartIdOf(order.id, 'pay_col'),
    currency_code: 'usd',
    amount: 110,
    payment_sessions: [],
  });
  expect(await collection()).toEqual(first);
});

it('shows a session with the fields of a real server, including raw amounts', async () => {
  const { payment_sessions } = await session({ data: { foo: 'bar' } });
  expect(payment_sessions).toEqual([
    {
      id: expect.stringMatching(/^payses_[0-9A-HJKMNP-TV-Z]{26}$/),
      currency_code: 'usd',
      provider_id: 'pp_bogus_default',
      data: { foo: 'bar', client_secret: expect.stringMatching(/^bogus_secret_/) },
      context: {},
      status: 'pending',
      authorized_at: null,
      payment_collection_id: cartIdOf(order.id, 'pay_col'),
      payment: null,
      metadata: {},
      raw_amount: { value: '110', precision: 20 },
      created_at: expect.stringMatching(/Z$/),
      updated_at: expect.stringMatching(/Z$/),
      deleted_at: null,
      amount: 110,
    },
  ]);
});

it('a new session replaces the earlier one', async () => {
  const first = (await session()).payment_sessions[0].id;
  const second = (await session({ provider_id: 'pp_system_default' })).payment_sessions;
  expect(second).toHaveLength(1);
  expect(second[0].id).not.toBe(first);
});

// The keys left by a plain list, +, -, * and dots, as recorded from a real server, plus the documented properties that
// the recorded server left out.
it.each([
  ['id,amount', ['amount', 'id']],
  ['-amount', ['currency_code', 'id', 'payment_sessions']],
  ['+metadata,+raw_amount', ['amount', 'currency_code', 'id', 'metadata', 'payment_sessions']],
  ['nope', ['id']],
  ['+nope', ['amount', 'currency_code', 'id', 'payment_sessions']],
  ['id,*payment_sessions,*payment_providers', ['id', 'payment_providers', 'payment_sessions']],
  ['*payments,*order,*cart', ['amount', 'currency_code', 'id', 'payment_sessions', 'payments']],
  ['status,completed_at,deleted_at', ['completed_at', 'id', 'status']],
  ['__proto__,constructor', ['id']],
  ["id;DROP TABLE orders,'--", ['id']],
])('fields=%s shows %j', async (fields, keys) => {
  expect(Object.keys(await session({}, `?fields=${encodeURIComponent(fields)}`)).sort()).toEqual(keys);
});

it('shows refunds and their reasons to staff, and to a shopper on request', async () => {
  const payment = await paid();
  const reasons = await call('POST', `/admin/payments/${payment}/refund`, {
    headers: asAdmin(store),
    body: { refund_reason_id: 'refr_x' },
  });
  expect([reasons.status, reasons.body.message]).toEqual([404, 'RefundReason id not found: refr_x']);
  await move(payment, 'capture', { amount: 40 });
  const { rows } = await database().query<{ id: string }>(
    `SELECT r.id FROM refund_reasons r JOIN api_keys k ON k.store_id = r.store_id WHERE k.token = $1`,
    [store.publishable_key],
  );
  const reason = medusaIdOf('refr', rows[0]?.id ?? '');
  const refunded = await move(payment, 'refund', { amount: 10, note: 'n', refund_reason_id: reason });
  expect(refunded.body.payment.refunds[0].refund_reason).toEqual({
    id: reason,
    label: 'Damaged',
    code: 'damaged',
  });
  const shown = await collection(
    '?fields=status,raw_amount,captured_amount,*payments,*payments.refunds,*payment_providers,' +
      '*payment_sessions,*payment_sessions.payment,payment_sessions.payment.refunds.note',
  );
  expect(Object.keys(shown).sort()).toEqual(
    ['captured_amount', 'id', 'payment_providers', 'payment_sessions', 'payments', 'status'].sort(),
  );
  expect(shown.status).toBe('partially_captured');
  expect(shown.payment_providers).toContainEqual({ id: 'pp_bogus_default', is_enabled: true });
  expect(shown.payment_sessions).toMatchObject([
    { status: 'authorized', payment: { id: payment, amount: 110, refunds: [{ note: 'n' }] } },
  ]);
  expect(shown.payments).toMatchObject([{ id: payment, refunds: [{ amount: 10, note: 'n' }] }]);
  expect(shown.payments[0]).not.toHaveProperty('captures');
});

it('completes a cart once, and returns the same order again', async () => {
  const unready = await complete();
  expect([unready.status, unready.body.message]).toEqual([
    400,
    'Payment collection has not been initiated for cart',
  ]);
  await session();
  const first = await complete();
  expect(first.body).toMatchObject({
    type: 'order',
    order: { status: 'pending', total: 110, summary: { pending_difference: 110 } },
  });
  expect((await complete()).body.order.id).toBe(first.body.order.id);
  const late = await call('POST', collectionPath(order), {
    headers: asShopper(store),
    body: { provider_id: 'pp_bogus_default' },
  });
  expect([late.status, late.body.type]).toEqual([400, 'not_allowed']);
});

it('leaves a cart whose card is declined open, and says why', async () => {
  await session({ data: { bogus_card: 'insufficient_funds' } });
  const declined = await complete();
  expect(declined.status).toBe(200);
  expect(declined.body).toMatchObject({
    type: 'cart',
    cart: { id: order.cart_id, completed_at: null },
    error: { type: 'payment_authorization_error', message: 'The card has insufficient funds' },
  });
  await session();
  expect((await complete()).body.type).toBe('order');
});

it('captures and refunds in parts, never more than authorized or captured', async () => {
  const payment = await paid();
  expect((await move(payment, 'refund', { amount: 10 })).body.message).toBe(
    'You are not allowed to refund more than the captured amount',
  );
  expect((await move(payment, 'capture', { amount: 40 })).body.payment).toMatchObject({
    captured_at: null,
    captures: [{ amount: 40 }],
  });
  const tooMuch = await move(payment, 'capture', { amount: 100 });
  expect([tooMuch.status, tooMuch.body.type]).toEqual([400, 'invalid_data']);
  const rest = await move(payment, 'capture', {});
  expect(rest.body.payment.captures.map(({ amount }: Json) => amount)).toEqual([40, 70]);
  expect(rest.body.payment.captured_at).not.toBeNull();
  expect((await move(payment, 'refund', { amount: 0.01 })).status).toBe(200);
  expect((await move(payment, 'refund', {})).body.payment.refunds.map(({ amount }: Json) => amount)).toEqual([
    0.01, 109.99,
  ]);
  expect((await move(payment, 'refund', {})).status).toBe(400);
});

it('lists the providers of a region, which must be given', async () => {
  const list = await call('GET', `/store/payment-providers?region_id=${store.region_id}`, {
    headers: asShopper(store),
  });
  expect(list.body).toMatchObject({
    count: 2,
    offset: 0,
    limit: 20,
    payment_providers: [{ id: 'pp_bogus_default', is_enabled: true }, {}],
  });
  const none = await call('GET', '/store/payment-providers', { headers: asShopper(store) });
  expect([none.status, none.body.message]).toEqual([400, "Invalid request: Field 'region_id' is required"]);
});

it('accepts a locale in query and header', async () => {
  expect(await session({}, '?locale=pl-PL')).toMatchObject({ amount: 110 });
});
