import { withOrder } from '../../support/checkout';
import {
  anOrder,
  asGuest,
  asOrderSystem,
  asShopper,
  call,
  cartIdOf,
  collectionPath,
  type Json,
  type Reply,
} from '../../support/http';
import { expectInvariants } from '../../support/invariants';
import {
  createCollection,
  asBackOffice,
  requestCollection,
  kindsOf,
  markPaid,
  medusaOrder,
  paymentRows,
  placed,
} from '../../support/medusa-admin';
import { aStore, type OrderMade, type StoreMade } from '../../support/tandem';

// Payments that staff took by hand, for an order or for a further payment collection of it.

let store: StoreMade;
let order: OrderMade;

withOrder((made) => ({ store, order } = made));
afterEach(() => expectInvariants(order));

const ask = (amount: number, key?: string): Promise<Reply> => requestCollection(store, order, amount, key);
const further = (amount?: number): Promise<string> => createCollection(store, order, amount);
const mark = (id: string, key?: string): Promise<Reply> => markPaid(store, order, id, key);
const first = (): string => cartIdOf(order.id, 'pay_col');

const spree = async (): Promise<Json> =>
  (await call('GET', `/api/v3/admin/orders/${order.id}`, { headers: asOrderSystem(store) })).body;

describe('marked as paid', () => {
  it('creates a captured payment in full, with the caller as its creator', async () => {
    await placed(store, order);
    const { status, body } = await mark(await further());
    expect([status, body.payment_collection]).toMatchObject([
      200,
      {
        amount: 20,
        status: 'completed',
        authorized_amount: 20,
        captured_amount: 20,
        refunded_amount: 0,
        payment_sessions: [{ provider_id: 'pp_system_default', status: 'captured', amount: 20 }],
        payments: [{ amount: 20, provider_id: 'pp_system_default', captured_at: expect.any(String) }],
      },
    ]);
    const [{ id }] = body.payment_collection.payments;
    const refunded = await asBackOffice(store, 'POST', `/payments/${id as string}/refund`, {
      body: { amount: 5, note: 'n' },
    });
    expect(refunded.body.payment.refunds).toMatchObject([{ amount: 5 }]);
    const shown = await asBackOffice(
      store,
      'GET',
      `/payments/${id as string}?fields=*captures,payment_collection.status`,
    );
    expect(shown.body.payment).toMatchObject({
      captures: [{ amount: 20, created_by: expect.stringMatching(/^apk_/) }],
      payment_collection: { status: 'completed' },
    });
  });

  it('several times at once is paid once', async () => {
    await placed(store, order);
    const id = await further();
    const replies = await Promise.all([mark(id), mark(id), mark(id)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
    const refused = replies.find(({ status }) => status === 400);
    expect(refused?.body).toEqual({
      type: 'not_allowed',
      message: "Can only mark 'not_paid' payment collection as paid",
    });
    expect(await paymentRows(order)).toHaveLength(2);
  });

  it('twice with one Idempotency-Key is paid once, with the same response', async () => {
    await placed(store, order);
    const id = await further();
    const [one, two] = await Promise.all([mark(id, 'by hand'), mark(id, 'by hand')]);
    expect([one.status, two.body]).toEqual([200, one.body]);
    expect((await mark(id, 'by hand')).body).toEqual(one.body);
    expect(await paymentRows(order)).toHaveLength(2);
  });

  it('an order that is not placed yet is paid by hand, and its shopper pays nothing more', async () => {
    const headers = asShopper(store);
    const body = { provider_id: 'pp_bogus_default' };
    await call('POST', collectionPath(order), { headers, body });
    expect((await mark(first())).body.payment_collection).toMatchObject({
      status: 'completed',
      payment_sessions: [{ provider_id: 'pp_system_default' }],
    });
    expect((await call('POST', collectionPath(order), { headers, body })).status).toBe(400);
    const done = await call('POST', `/store/carts/${order.cart_id}/complete`, { headers });
    expect(done.body.type).toBe('order');
    expect(await paymentRows(order)).toHaveLength(1);
  });

  it('while a session is being completed: paid once', async () => {
    const headers = asShopper(store);
    for (let round = 0; round < 5; round++) {
      order = await anOrder(store);
      await call('POST', collectionPath(order), { headers, body: { provider_id: 'pp_bogus_default' } });
      const [completed, paid] = await Promise.all([
        call('POST', `/store/carts/${order.cart_id}/complete`, { headers }),
        mark(first()),
      ]);
      expect([completed.status, paid.status].every((status) => status === 200 || status === 400)).toBe(true);
      const payments = await paymentRows(order);
      expect([payments.length, payments[0].provider_id]).toEqual([
        1,
        paid.status === 200 ? 'pp_system_default' : 'pp_bogus_default',
      ]);
      await expectInvariants(order);
    }
  });

  it('is refused while a shopper confirms, while a payment is authorized, and once it is canceled', async () => {
    const headers = asShopper(store);
    const body = { provider_id: 'pp_bogus_default', data: { bogus_card: 'requires_action' } };
    await call('POST', collectionPath(order), { headers, body });
    await call('POST', `/store/carts/${order.cart_id}/complete`, { headers });
    expect(kindsOf([await mark(first())])).toEqual([[400, 'not_allowed']]);
    const payment = await placed(store, order);
    expect(kindsOf([await mark(first())])).toEqual([[400, 'not_allowed']]);
    await asBackOffice(store, 'POST', `/payments/${payment}/cancel`);
    expect(kindsOf([await mark(first())])).toEqual([[400, 'not_allowed']]);
    expect(await paymentRows(order)).toHaveLength(1);
  });

  it('a declined card does not prevent it', async () => {
    const headers = asShopper(store);
    const body = { provider_id: 'pp_bogus_default', data: { bogus_card: 'card_declined' } };
    await call('POST', collectionPath(order), { headers, body });
    await call('POST', `/store/carts/${order.cart_id}/complete`, { headers });
    const query = '/store/payment-collections?fields=status';
    const shown = await call('POST', query, { headers, body: { cart_id: order.cart_id } });
    expect(shown.body.payment_collection.status).toBe('failed');
    expect((await mark(first())).body.payment_collection.status).toBe('completed');
  });

  it('needs the collection’s own order, its own store, and a manual provider', async () => {
    await placed(store, order);
    const id = await further();
    const marked = (body: Json, of = store): Promise<Reply> =>
      asBackOffice(of, 'POST', `/payment-collections/${id}/mark-as-paid`, { body });
    const order_id = medusaOrder(order);
    const wrong = medusaOrder(await anOrder(store));
    expect((await marked({ order_id: wrong })).body.message).toBe(`Order id not found: ${wrong}`);
    expect((await marked({ order_id: 'order_x' })).status).toBe(404);
    expect((await marked({ order_id }, await aStore())).body.message).toBe(
      `PaymentCollection with id: ${id} was not found`,
    );
    expect((await marked({})).body.message).toBe("Invalid request: Field 'order_id' is required");
    expect((await marked({ order_id, provider_id: 'pp_nope_nope' })).status).toBe(400);
    expect((await marked({ order_id, provider_id: 'pp_bogus_default' })).status).toBe(400);
    expect(await paymentRows(order)).toHaveLength(1);
    expect((await marked({ order_id, provider_id: 'pp_system_default' })).status).toBe(200);
  });

  it('is refused while the store has no active method for it', async () => {
    store = await aStore();
    order = await anOrder(store);
    await placed(store, order);
    const id = await further();
    const check = store.payment_methods.find(({ provider_id }) => provider_id === 'pp_system_default');
    const path = `/api/v3/admin/payment_methods/${check?.id ?? ''}`;
    await call('PATCH', path, { headers: asOrderSystem(store), body: { active: false } });
    const reply = await mark(id);
    expect([reply.status, reply.body.message]).toEqual([
      400,
      expect.stringContaining('Payment provider pp_system_default is not enabled'),
    ]);
    const providers = await asBackOffice(store, 'GET', '/payments/payment-providers?id=pp_system_default');
    expect(providers.body.payment_providers).toEqual([{ id: 'pp_system_default', is_enabled: false }]);
    await call('PATCH', path, { headers: asOrderSystem(store), body: { active: true } });
    expect((await mark(id)).status).toBe(200);
  });
});

it('Spree shows the same payments, amount due and payment state', async () => {
  const payment = await placed(store, order);
  await asBackOffice(store, 'POST', `/payments/${payment}/capture`, { body: { amount: 90 } });
  expect(await spree()).toMatchObject({ payment_state: 'balance_due' });
  await mark(await further(20));
  const shown = await spree();
  expect(shown).toMatchObject({ payment_state: 'paid', amount_due: '0.0' });
  expect(shown.payments.map(({ amount }: Json) => amount as string)).toEqual(['90.0', '20.0']);
  const listed = await call('GET', `/api/v3/store/orders/${order.id}/payments`, {
    headers: asGuest(store, order),
  });
  expect(listed.body.meta.count).toBe(2);
});

it('canceling an order refunds or cancels the payments of all its collections, which then take no payment', async () => {
  const payment = await placed(store, order);
  const [paid, unpaid] = [await further(30), await further(10)];
  await mark(paid);
  const canceled = await call('PATCH', `/api/v3/admin/orders/${order.id}/cancel`, {
    headers: asOrderSystem(store),
  });
  expect([canceled.status, canceled.body.payment_state]).toEqual([200, 'void']);
  expect(await paymentRows(order)).toMatchObject([
    { authorized: '11000', canceled: '11000' },
    { captured: '3000', refunded: '3000' },
  ]);
  expect(kindsOf([await mark(unpaid), await ask(1)])).toEqual([
    [400, 'not_allowed'],
    [400, 'not_allowed'],
  ]);
  expect(
    (await asBackOffice(store, 'GET', `/payments/${payment}?fields=canceled_at`)).body.payment.canceled_at,
  ).not.toBe(null);
});
