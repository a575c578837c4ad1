import { createClient, SpreeError } from '@spree/sdk';
import { CartSchema, GiftCardSchema, OrderSchema, PaymentSchema, PaymentSessionSchema } from '@spree/sdk/zod';
import { StoreCreditSchema } from '@spree/sdk/zod';
import { anOrder, methodOf, type Json } from '../support/http';
import { expectInvariants } from '../support/invariants';
import { aGiftCard, aVariant, asStaff, issueStoreCredit } from '../support/spree';
import { aStore, baseUrl, database, type StoreMade } from '../support/tandem';

// @spree/sdk 1.2.1, unmodified: whole checkouts, each response parsed with the SDK's own schemas.

let store: StoreMade;
let variant: string;
const paid: { id: string }[] = [];

beforeAll(async () => {
  store = await aStore();
  variant = await aVariant(store);
});
afterEach(() => expectInvariants(...paid.splice(0)));

const client = (more: Partial<Parameters<typeof createClient>[0]> = {}): ReturnType<typeof createClient> =>
  createClient({ baseUrl, publishableKey: store.publishable_key, ...more });

const sdk = (): ReturnType<typeof createClient> => client();

/** A guest's cart of two at 55.00, ready for payment. */
async function aGuestsCart(): Promise<{ id: string; options: { spreeToken: string } }> {
  const cart = CartSchema.parse(await sdk().carts.create({ items: [{ variant_id: variant, quantity: 2 }] }));
  const options = { spreeToken: cart.token };
  CartSchema.parse(await sdk().carts.update(cart.id, { email: 'guest@example.com' }, options));
  paid.push(cart);
  return { id: cart.id, options };
}

async function aCustomersCart(): Promise<{ id: string; options: { token: string } }> {
  const options = { token: store.customer.jwt };
  const made = await sdk().carts.create({ items: [{ variant_id: variant, quantity: 2 }] }, options);
  const cart = CartSchema.parse(made);
  paid.push(cart);
  return { id: cart.id, options };
}

const bogus = (): { payment_method_id: string } => ({ payment_method_id: methodOf(store) });

it('a guest goes from an empty cart to a placed order', async () => {
  const made = CartSchema.parse(await sdk().carts.create());
  expect(made).toMatchObject({ total: '0.0', current_step: 'cart', email: null });
  expect(made.requirements.map(({ field }) => field)).toEqual(['line_items', 'email']);
  const options = { spreeToken: made.token };
  paid.push(made);
  const filled = CartSchema.parse(
    await sdk().carts.items.create(made.id, { variant_id: variant, quantity: 1 }, options),
  );
  expect(filled).toMatchObject({ total: '55.0', amount_due: '55.0', total_quantity: 1 });
  const line = filled.items[0]?.id ?? '';
  const more = CartSchema.parse(await sdk().carts.items.update(made.id, line, { quantity: 3 }, options));
  expect(more).toMatchObject({ total: '165.0', items: [{ quantity: 3, price: '55.0', total: '165.0' }] });
  const changed = CartSchema.parse(
    await sdk().carts.update(
      made.id,
      {
        email: 'guest@example.com',
        customer_note: 'Ring twice',
        items: [{ variant_id: variant, quantity: 2 }],
        shipping_address: {
          first_name: 'Ada',
          last_name: 'Lovelace',
          address1: '1 Main St',
          city: 'London',
          postal_code: 'N1',
          country_iso: 'GB',
        },
        use_shipping: true,
      },
      options,
    ),
  );
  expect(changed).toMatchObject({
    total: '110.0',
    requirements: [],
    shipping_eq_billing_address: true,
    shipping_address: { full_name: 'Ada Lovelace', country_name: 'United Kingdom' },
  });
  const session = PaymentSessionSchema.parse(
    await sdk().carts.paymentSessions.create(made.id, bogus(), options),
  );
  expect(session).toMatchObject({ status: 'pending', amount: '110.0' });
  const done = PaymentSessionSchema.parse(
    await sdk().carts.paymentSessions.complete(made.id, session.id, {}, options),
  );
  expect(done).toMatchObject({ status: 'completed', payment: { status: 'pending', amount: '110.0' } });
  const order = OrderSchema.parse(await sdk().carts.complete(made.id, options));
  expect(order).toMatchObject({ total: '110.0', amount_due: '0.0', payment_status: 'authorized' });
  expect(order.completed_at).not.toBeNull();
  const read = OrderSchema.parse(await sdk().orders.get(order.id, {}, options));
  expect(read).toEqual(order);
  expect(OrderSchema.parse(await sdk().orders.get(made.id, {}, options)).id).toBe(order.id);
});

it('a customer checks out: the cart is theirs, and then in their history', async () => {
  const { id, options } = await aCustomersCart();
  const { data } = await sdk().carts.list(options);
  expect(data.map((cart) => CartSchema.parse(cart).id)).toContain(id);
  const session = await sdk().carts.paymentSessions.create(id, bogus(), options);
  await sdk().carts.paymentSessions.complete(id, session.id, {}, options);
  const order = OrderSchema.parse(await sdk().carts.complete(id, options));
  expect(order.email).toBe(store.customer.email);
  const history = await sdk().customer.orders.list({ limit: 5 }, options);
  expect(history.data.map((placed) => OrderSchema.parse(placed).id)).toContain(order.id);
  expect(history.meta).toMatchObject({ page: 1, limit: 5, from: 1 });
  expect(OrderSchema.parse(await sdk().customer.orders.get(order.id, {}, options)).number).toBe(order.number);
});

it('a guest’s cart is transferred to the customer who logs in', async () => {
  const { id, options } = await aGuestsCart();
  const both = { ...options, token: store.customer.jwt };
  const cart = CartSchema.parse(await sdk().carts.associate(id, both));
  expect(cart.email).toBe('guest@example.com');
  expect(CartSchema.parse(await sdk().carts.get(id, { token: store.customer.jwt })).id).toBe(id);
  await expect(sdk().carts.associate(id, { token: store.customer.jwt })).rejects.toMatchObject({
    status: 404,
    code: 'cart_not_found',
  });
});

it('pays with store credit, a gift card and a session together', async () => {
  const credit = await issueStoreCredit(store);
  const card = await aGiftCard(store);
  const { id, options } = await aCustomersCart();
  const credited = CartSchema.parse(await sdk().carts.storeCredits.apply(id, undefined, options));
  expect(credited).toMatchObject({ store_credit_total: '20.0', amount_due: '90.0', total: '110.0' });
  const carded = CartSchema.parse(
    await sdk().carts.giftCards.apply(id, (card.code as string).toLowerCase(), options),
  );
  expect(carded).toMatchObject({ gift_card_total: '30.0', amount_due: '60.0' });
  expect(GiftCardSchema.parse(carded.gift_card).amount_remaining).toBe('0.0');
  const session = PaymentSessionSchema.parse(await sdk().carts.paymentSessions.create(id, bogus(), options));
  expect(session.amount).toBe('60.0');
  await sdk().carts.paymentSessions.complete(id, session.id, {}, options);
  const order = OrderSchema.parse(await sdk().carts.complete(id, options));
  expect(order).toMatchObject({ amount_due: '0.0', store_credit_total: '20.0', gift_card_total: '30.0' });
  const { data } = await sdk().customer.storeCredits.list({}, options);
  const used = data.map((item) => StoreCreditSchema.parse(item)).find((item) => item.id === credit.id);
  expect(used).toMatchObject({ amount_used: '20.0', amount_remaining: '0.0' });
  expect(await asStaff(store, 'GET', `/gift_cards/${card.id as string}`)).toMatchObject({
    state: 'redeemed',
    amount_used: '30.0',
    amount_authorized: '0.0',
  });
});

it('a declined card leaves the cart open, and another pays it', async () => {
  const { id, options } = await aGuestsCart();
  const declined = await sdk().carts.paymentSessions.create(
    id,
    { ...bogus(), external_data: { bogus_card: 'card_declined' } },
    options,
  );
  const failed = await sdk().carts.paymentSessions.complete(id, declined.id, {}, options);
  expect(PaymentSessionSchema.parse(failed)).toMatchObject({ status: 'failed' });
  await expect(sdk().carts.complete(id, options)).rejects.toMatchObject({
    status: 422,
    code: 'cart_cannot_complete',
    message: 'No payment found',
  });
  const second = await sdk().carts.paymentSessions.create(id, bogus(), options);
  await sdk().carts.paymentSessions.complete(id, second.id, {}, options);
  expect(OrderSchema.parse(await sdk().carts.complete(id, options)).total).toBe('110.0');
});

it('a session completed twice at once has one payment, and a cart completed at once has one order', async () => {
  const { id, options } = await aGuestsCart();
  const session = await sdk().carts.paymentSessions.create(id, bogus(), options);
  const twice = await Promise.all(
    [1, 2].map(() => client().carts.paymentSessions.complete(id, session.id, {}, options)),
  );
  expect(twice.map((done) => PaymentSessionSchema.parse(done).payment?.id)).toEqual([
    twice[0]?.payment?.id,
    twice[0]?.payment?.id,
  ]);
  const orders = await Promise.all([1, 2, 3].map(() => client().carts.complete(id, options)));
  expect(new Set(orders.map((order) => OrderSchema.parse(order).id)).size).toBe(1);
  expect(orders[0]?.payments).toHaveLength(1);
});

it('pays by check, which needs no session, and refuses a card without one', async () => {
  const { id, options } = await aGuestsCart();
  const check = { payment_method_id: methodOf(store, 'pp_system_default') };
  const payment = PaymentSchema.parse(await sdk().carts.payments.create(id, check, options));
  expect(payment).toMatchObject({ status: 'checkout', amount: '110.0' });
  await expect(sdk().carts.payments.create(id, bogus(), options)).rejects.toMatchObject({
    status: 422,
    code: 'payment_session_required',
  });
  const { payments } = OrderSchema.parse(await sdk().carts.complete(id, options));
  expect(payments).toMatchObject([{ id: payment.id, status: 'pending', amount: '110.0' }]);
});

it('finds a session by the gateway’s id, as a redirect contains it', async () => {
  const { id, options } = await aGuestsCart();
  const session = await sdk().carts.paymentSessions.create(id, bogus(), options);
  const found = await sdk().carts.paymentSessions.get(id, session.external_id, options);
  expect(PaymentSessionSchema.parse(found).id).toBe(session.id);
  const done = await sdk().carts.paymentSessions.complete(id, session.external_id, {}, options);
  expect(done.status).toBe('completed');
  const other = await aGuestsCart();
  await expect(
    sdk().carts.paymentSessions.get(other.id, session.external_id, other.options),
  ).rejects.toMatchObject({ status: 404 });
});

it('deletes a cart: its credit is released, and the cart is not found', async () => {
  const card = await aGiftCard(store);
  const { id, options } = await aGuestsCart();
  await sdk().carts.giftCards.apply(id, card.code as string, options);
  await sdk().carts.delete(id, options);
  await expect(sdk().carts.get(id, options)).rejects.toMatchObject({ code: 'cart_not_found' });
  expect(await asStaff(store, 'GET', `/gift_cards/${card.id as string}`)).toMatchObject({
    amount_remaining: '30.0',
    amount_authorized: '0.0',
  });
});

it('gets errors that the SDK understands', async () => {
  const { id, options } = await aGuestsCart();
  const refused = sdk().carts.paymentSessions.create(id, { ...bogus(), amount: '200' }, options);
  await expect(refused).rejects.toBeInstanceOf(SpreeError);
  await expect(refused).rejects.toMatchObject({
    status: 422,
    code: 'validation_error',
    details: { amount: [expect.any(String)] },
  });
});

it('sends an idempotency key with every mutation, so a retry after a broken connection creates nothing twice', async () => {
  let calls = 0;
  const losesFirstResponse: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    if (++calls === 1) throw new TypeError('the connection broke before the response');
    return response;
  };
  const order = await anOrder(store);
  paid.push(order);
  const path = `/orders/${order.id}/payment_sessions`;
  await client({ fetch: losesFirstResponse }).request<Json>('POST', path, {
    spreeToken: order.token,
    body: bogus(),
  });
  expect(calls).toBe(2);
  const { rows } = await database().query(
    'SELECT count(*)::int AS sessions FROM payment_sessions s JOIN orders o ON o.id = s.order_id WHERE o.number = $1',
    [order.number],
  );
  expect(rows).toEqual([{ sessions: 1 }]);
});
