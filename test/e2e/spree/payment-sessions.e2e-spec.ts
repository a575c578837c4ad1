import { withOrder } from '../../support/checkout';
import { anOrder, asGuest, call, methodOf, sessionsPath, type Json } from '../../support/http';
import { expectInvariants } from '../../support/invariants';
import type { OrderMade, StoreMade } from '../../support/tandem';

let store: StoreMade;
let order: OrderMade;

withOrder((made) => ({ store, order } = made));
afterEach(() => expectInvariants(order));

async function create(more: Record<string, unknown> = {}, path = sessionsPath(order)): Promise<Json> {
  const body = { payment_method_id: methodOf(store), ...more };
  return call('POST', path, { headers: asGuest(store, order), body });
}

function change(session: Json, rest: string, body: unknown): Promise<Json> {
  return call('PATCH', sessionsPath(order, `/${session.id}${rest}`), {
    headers: asGuest(store, order),
    body,
  });
}

it('a new session has exactly the fields of the reference', async () => {
  const { status, body } = await create({ external_data: { note: 'mine' } });
  expect(status).toBe(201);
  expect(body).toEqual({
    id: expect.stringMatching(/^ps_[1-9A-HJ-NP-Za-km-z]{22}$/),
    status: 'pending',
    currency: 'USD',
    external_id: expect.stringMatching(/^bogus_[0-9a-f]{24}$/),
    external_data: { note: 'mine', client_secret: expect.stringMatching(/^bogus_secret_[0-9a-f]{16}$/) },
    customer_external_id: null,
    expires_at: expect.stringMatching(/Z$/),
    created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    updated_at: expect.stringMatching(/Z$/),
    amount: '110.0',
    payment_method_id: methodOf(store),
    order_id: order.id,
    payment_method: {
      id: methodOf(store),
      name: 'Credit Card',
      description: null,
      type: 'Spree::Gateway::Bogus',
      session_required: true,
      source_required: false,
    },
  });
});

it('finds the order by its number too', async () => {
  const { status, body } = await create({}, `/api/v3/store/orders/${order.number}/payment_sessions`);
  expect([status, body.order_id]).toEqual([201, order.id]);
});

it('shows a manual payment as a check, which needs no session', async () => {
  const { body } = await create({ payment_method_id: methodOf(store, 'pp_system_default') });
  expect(body.payment_method).toMatchObject({ type: 'Spree::PaymentMethod::Check', session_required: false });
  const done = await change(body, '/complete', {});
  expect(done.body).toMatchObject({ status: 'completed', payment: { state: 'pending', amount: '110.0' } });
});

it('updates the amount and merges data, and ignores a client secret sent by the shopper', async () => {
  const session = (await create({ external_data: { a: 1 } })).body;
  const { status, body } = await change(session, '', {
    amount: '50.00',
    external_data: { b: 2, client_secret: 'forged' },
  });
  expect(status).toBe(200);
  expect(body.amount).toBe('50.0');
  expect(body.external_data).toEqual({ a: 1, b: 2, client_secret: session.external_data.client_secret });
});

it('creates one payment however often a session is completed', async () => {
  const session = (await create()).body;
  const first = await change(session, '/complete', { session_result: 'ok' });
  const second = await change(session, '/complete', {});
  expect(first.body).toMatchObject({
    status: 'completed',
    payment: { state: 'pending', response_code: session.external_id },
  });
  expect(second.body.payment.id).toBe(first.body.payment.id);
  const payments = await call('GET', `/api/v3/store/orders/${order.id}/payments`, {
    headers: asGuest(store, order),
  });
  expect(payments.body).toMatchObject({
    data: [{ id: first.body.payment.id, amount: '110.0' }],
    meta: { count: 1 },
  });
});

it('a declined session is failed with 200, and another session can pay the order', async () => {
  const session = (await create()).body;
  const declined = await change(session, '/complete', { external_data: { card_number: '4000000000000002' } });
  expect([declined.status, declined.body.status, declined.body.payment]).toEqual([200, 'failed', undefined]);
  expect((await change(session, '/complete', {})).body.error).toMatchObject({
    code: 'validation_error',
    details: { status: [expect.stringContaining('cannot transition')] },
  });
  const another = (await create()).body;
  expect((await change(another, '/complete', {})).body.status).toBe('completed');
});

it('stays pending while the card needs confirmation, then authorizes', async () => {
  const session = (await create({ external_data: { card_number: '4000 0025 0000 3155', cvv: '123' } })).body;
  expect(session.external_data).toMatchObject({ card: { brand: 'visa', last4: '3155' } });
  expect(JSON.stringify(session)).not.toMatch(/0000 3155|00003155|cvv/);
  const challenged = await change(session, '/complete', {});
  expect(challenged.body).toMatchObject({
    status: 'pending',
    external_data: { action: { type: 'confirm' } },
  });
  const confirmed = await change(session, '/complete', { external_data: { action_result: 'confirmed' } });
  expect(confirmed.body.status).toBe('completed');
});

it('splits an order over two sessions, for no more than is outstanding', async () => {
  const first = (await create({ amount: '60' })).body;
  const second = (await create({ amount: '60' })).body;
  expect((await change(first, '/complete', {})).body.status).toBe('completed');
  const over = await change(second, '/complete', {});
  expect([over.status, over.body.error.details]).toEqual([
    422,
    { amount: ['no longer fits: 50.00 USD is outstanding. Update the payment session first.'] },
  ]);
  expect((await change(second, '', { amount: '50' })).status).toBe(200);
  expect((await change(second, '/complete', {})).body.status).toBe('completed');
  const nothingLeft = await create();
  expect([nothingLeft.status, nothingLeft.body.error.message]).toEqual([
    422,
    'Amount must be greater than 0',
  ]);
});

it('shows the order with its total, payments and payment methods', async () => {
  const reply = await call('GET', `/api/v3/store/orders/${order.number}`, { headers: asGuest(store, order) });
  expect(reply.status).toBe(200);
  expect(reply.body).toMatchObject({
    id: order.id,
    state: 'payment',
    total: '110.0',
    display_total: '$110.00',
    payments: [],
  });
  expect(reply.body.payment_methods).toHaveLength(2);
  const methods = await call('GET', `/api/v3/store/orders/${order.id}/payment_methods`, {
    headers: asGuest(store, order),
  });
  expect(methods.body.meta).toEqual({ count: 2 });
});

it('yen have no decimals', async () => {
  order = await anOrder(store, { currency: 'JPY', items: [{ name: 'Tee', quantity: 1, price: '1500' }] });
  expect((await create()).body).toMatchObject({ amount: '1500.0', currency: 'JPY' });
  expect((await create({ amount: '10.5' })).status).toBe(422);
});
