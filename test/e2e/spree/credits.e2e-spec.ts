import { spreeSession } from '../../support/checkout';
import { anOrder, asGuest, call, sessionsPath, type Json, type Reply } from '../../support/http';
import { expectInvariants } from '../../support/invariants';
import { aGiftCard, asStaff, aVariant, issueStoreCredit } from '../../support/spree';
import { aStore, database, type OrderMade, type StoreMade } from '../../support/tandem';
import { uuidOf } from '../../support/ids';

// Store credit and gift cards are money: none may be spent twice by two carts, and none lost.

let store: StoreMade;
const orders: OrderMade[] = [];

beforeAll(async () => {
  store = await aStore();
});
afterEach(() => expectInvariants(...orders.splice(0)));

async function newOrder(more: Record<string, unknown> = {}): Promise<OrderMade> {
  const order = await anOrder(store, more);
  orders.push(order);
  return order;
}

const customers = (): Promise<OrderMade> => newOrder({ customer_id: store.customer.id });

const jwt = (): Record<string, string> => ({
  'x-spree-api-key': store.publishable_key,
  authorization: `Bearer ${store.customer.jwt}`,
});

const cartPath = (order: OrderMade, rest: string): string =>
  `/api/v3/store/carts/cart_${order.id.slice(3)}${rest}`;

const applyCard = (order: OrderMade, code: string): Promise<Reply> =>
  call('POST', cartPath(order, '/gift_cards'), { headers: asGuest(store, order), body: { code } });

const applyCredit = (order: OrderMade, amount?: string): Promise<Reply> =>
  call('POST', `/api/v3/store/orders/${order.id}/store_credits`, {
    headers: jwt(),
    body: amount === undefined ? {} : { amount },
  });

const change = (order: OrderMade, session: Json, rest: string, body: Json = {}): Promise<Reply> =>
  call('PATCH', sessionsPath(order, `/${session.id as string}${rest}`), {
    headers: asGuest(store, order),
    body,
  });

it('a gift card applied to several carts at once is reserved for one of them', async () => {
  const card = await aGiftCard(store);
  const carts = await Promise.all([newOrder(), newOrder(), newOrder(), newOrder()]);
  const replies = await Promise.all(carts.map((cart) => applyCard(cart, card.code)));
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422]);
  const refused = replies.find(({ status }) => status === 422);
  expect(refused?.body.error.code).toBe('gift_card_already_redeemed');
});

it.each([
  ['15.00', undefined, '15.0', '5.0'],
  ['15.00', '12.00', '12.0', '8.0'],
  ['110.00', undefined, '20.0', '0.0'],
])('two credits of 10 pay an order of %s (requested: %s) with no more than it costs', async (...row) => {
  const [price, amount, applied, remaining] = row;
  store = await aStore();
  await issueStoreCredit(store, '10.00');
  await issueStoreCredit(store, '10.00');
  const items = [{ name: 'Cap', quantity: 1, price }];
  const order = await newOrder({ customer_id: store.customer.id, items });
  expect((await applyCredit(order, amount)).body.store_credit_total).toBe(applied);
  const { body } = await call('GET', '/api/v3/store/customers/me', { headers: jwt() });
  expect(body.available_store_credit_total).toBe(remaining);
});

it('a customer’s credit applied to several carts at once is reserved once', async () => {
  const other = await aStore();
  store = other;
  await issueStoreCredit(store, '20.00');
  await issueStoreCredit(store, '15.00');
  const carts = await Promise.all([customers(), customers(), customers()]);
  const replies = await Promise.all(carts.map((cart) => applyCredit(cart, '30')));
  const applied = replies.filter(({ status }) => status === 200);
  const sum = applied.reduce((total, { body }) => total + Number(body.store_credit_total), 0);
  expect(sum).toBe(35);
  for (const { status, body } of replies) {
    if (status !== 200) expect(body.error).toMatchObject({ code: 'processing_error' });
  }
});

it('applying credit again replaces the amount, and does not add to it', async () => {
  store = await aStore();
  await issueStoreCredit(store);
  const order = await customers();
  expect((await applyCredit(order, '15')).body.store_credit_total).toBe('15.0');
  expect((await applyCredit(order, '5')).body).toMatchObject({
    store_credit_total: '5.0',
    amount_due: '105.0',
  });
  const removed = await call('DELETE', `/api/v3/store/orders/${order.id}/store_credits`, { headers: jwt() });
  expect([removed.status, removed.body.store_credit_total, removed.body.amount_due]).toEqual([
    200,
    '0.0',
    '110.0',
  ]);
});

it('a session made before a gift card was applied cannot be completed until its amount is updated', async () => {
  const order = await newOrder();
  const session = await spreeSession(store, order);
  expect((await applyCard(order, (await aGiftCard(store)).code)).body.amount_due).toBe('80.0');
  const stale = await change(order, session, '/complete');
  expect([stale.status, stale.body.error]).toEqual([
    422,
    {
      code: 'validation_error',
      message: 'Amount no longer fits: 80.00 USD is outstanding. Update the payment session first.',
      details: { amount: ['no longer fits: 80.00 USD is outstanding. Update the payment session first.'] },
    },
  ]);
  expect((await change(order, session, '', { amount: '80' })).body.amount).toBe('80.0');
  expect((await change(order, session, '/complete')).body.status).toBe('completed');
});

it('a session made before the total rose pays nothing until its amount is updated', async () => {
  const variant = await aVariant(store);
  const order = await newOrder();
  const session = await spreeSession(store, order);
  const headers = asGuest(store, order);
  const raised = await call('POST', `/api/v3/store/orders/${order.id}/line_items`, {
    headers,
    body: { variant_id: variant },
  });
  expect([raised.status, raised.body.total]).toEqual([201, '165.0']);
  expect((await change(order, session, '/complete')).status).toBe(422);
  await change(order, session, '', { amount: '165' });
  expect((await change(order, session, '/complete')).body.status).toBe('completed');
});

it('a partly paid order cannot be made cheaper than what is paid', async () => {
  const order = await newOrder({
    items: [
      { name: 'a', quantity: 1, price: '10' },
      { name: 'b', quantity: 1, price: '100' },
    ],
  });
  const part = await spreeSession(store, order, { amount: '60' });
  await change(order, part, '/complete');
  const headers = asGuest(store, order);
  const lines = (await call('GET', `/api/v3/store/orders/${order.id}`, { headers })).body
    .line_items as Json[];
  const remove = (line: Json): Promise<Reply> =>
    call('DELETE', `/api/v3/store/orders/${order.id}/line_items/${line.id as string}`, { headers });
  const refused = await remove(lines[1]);
  expect([refused.status, refused.body.error.code]).toEqual([422, 'order_invalid_state']);
  expect((await remove(lines[0])).body).toMatchObject({ total: '100.0', amount_due: '40.0' });
});

it('applied credit shrinks with the total, and the excess is available again', async () => {
  const card = await aGiftCard(store, { amount: '100' });
  const order = await newOrder({
    items: [
      { name: 'a', quantity: 1, price: '10' },
      { name: 'b', quantity: 1, price: '90' },
    ],
  });
  expect((await applyCard(order, card.code)).body.gift_card_total).toBe('100.0');
  const headers = asGuest(store, order);
  const [, b] = (await call('GET', `/api/v3/store/orders/${order.id}`, { headers })).body
    .line_items as Json[];
  const left = await call('DELETE', `/api/v3/store/orders/${order.id}/line_items/${b.id as string}`, {
    headers,
  });
  expect(left.body).toMatchObject({ total: '10.0', gift_card_total: '10.0', amount_due: '0.0' });
  expect((await asStaff(store, 'GET', `/gift_cards/${card.id as string}`)).amount_remaining).toBe('90.0');
  const placed = await call('PATCH', `/api/v3/store/orders/${order.id}/complete`, { headers });
  expect([placed.status, placed.body.state, placed.body.payment_state]).toEqual([200, 'complete', 'paid']);
});

it('placing an order spends the credit reserved for it', async () => {
  const card = await aGiftCard(store, { amount: '110' });
  const order = await newOrder();
  await applyCard(order, card.code);
  const read = async (): Promise<Json> =>
    (
      await database().query('SELECT held::int AS reserved, used::int FROM gift_cards WHERE id = $1', [
        uuidOf(card.id),
      ])
    ).rows[0];
  expect(await read()).toEqual({ reserved: 11_000, used: 0 });
  const path = `/api/v3/store/orders/${order.id}/complete`;
  expect((await call('PATCH', path, { headers: asGuest(store, order) })).status).toBe(200);
  expect(await read()).toEqual({ reserved: 0, used: 11_000 });
});

it('placing while the credit is removed: the order is placed with it, or stays open', async () => {
  const card = await aGiftCard(store, { amount: '110' });
  const order = await newOrder();
  await applyCard(order, card.code);
  const headers = asGuest(store, order);
  const [placed, removed] = await Promise.all([
    call('PATCH', `/api/v3/store/orders/${order.id}/complete`, { headers }),
    call('DELETE', cartPath(order, `/gift_cards/${card.id as string}`), { headers }),
  ]);
  expect([placed.status, removed.status].sort()).toEqual(placed.status === 200 ? [200, 404] : [200, 422]);
});

it.each([
  ['an unknown code', () => Promise.resolve('NOSUCHCODE'), 404, 'gift_card_not_found'],
  ['an expired card', async () => (await expired()).code, 422, 'gift_card_expired'],
  ['another customer’s card', async () => (await ofCustomer()).code, 404, 'gift_card_not_found'],
  ['another store’s card', async () => (await aGiftCard(await aStore())).code, 404, 'gift_card_not_found'],
  ['a canceled card', async () => (await canceled()).code, 404, 'gift_card_not_found'],
  ['another currency', async () => (await inEuro()).code, 422, 'gift_card_mismatched_currency'],
  ['a blank code', () => Promise.resolve(''), 422, 'validation_error'],
])('%s is refused and pays nothing', async (_, code, status, error) => {
  const order = await newOrder();
  const reply = await applyCard(order, (await code()) as string);
  expect([reply.status, reply.body.error.code]).toEqual([status, error]);
  const { rows } = await database().query('SELECT id FROM credit_uses WHERE order_id = $1', [
    uuidOf(order.id),
  ]);
  expect(rows).toEqual([]);
});

async function expired(): Promise<Json> {
  const card = await aGiftCard(store, { expires_at: '2020-01-01' });
  expect(card).toMatchObject({ expired: true, active: false, state: 'expired' });
  return card;
}
const ofCustomer = (): Promise<Json> => aGiftCard(store, { customer_id: store.customer.id });
const inEuro = (): Promise<Json> => aGiftCard(store, { currency: 'EUR' });
async function canceled(): Promise<Json> {
  const card = await aGiftCard(store);
  return asStaff(store, 'PATCH', `/gift_cards/${card.id as string}/cancel`);
}

it('a gift card that expires after it was applied still pays that order, and no other', async () => {
  const [order, other] = [await newOrder(), await newOrder()];
  const card = await aGiftCard(store, { amount: '200.00' });
  await applyCard(order, card.code);
  await database().query('UPDATE gift_cards SET expires_at = now() WHERE code = $1', [card.code]);
  expect((await applyCard(other, card.code)).body.error.code).toBe('gift_card_expired');
  const headers = asGuest(store, order);
  const placed = await call('PATCH', `/api/v3/store/orders/${order.id}/complete`, { headers });
  expect([placed.status, placed.body.state, placed.body.gift_card_total]).toEqual([200, 'complete', '110.0']);
  expect(await asStaff(store, 'GET', `/gift_cards/${card.id as string}`)).toMatchObject({
    state: 'expired',
    amount_used: '110.0',
    amount_authorized: '0.0',
  });
});

it('a second gift card is refused, and the first stays', async () => {
  const order = await newOrder();
  await applyCard(order, (await aGiftCard(store)).code);
  const second = await applyCard(order, (await aGiftCard(store)).code);
  expect([second.status, second.body.error.code]).toEqual([422, 'gift_card_already_applied']);
});

it('store credit cannot be applied by a guest, nor to another’s order', async () => {
  const order = await newOrder();
  const path = `/api/v3/store/orders/${order.id}/store_credits`;
  expect((await call('POST', path, { headers: asGuest(store, order), body: {} })).status).toBe(401);
  expect((await call('POST', path, { headers: jwt(), body: {} })).status).toBe(404);
});

it.each(['0', '-5', 'ten', '1.234'])('store credit of %s is refused', async (amount) => {
  const order = await customers();
  const reply = await applyCredit(order, amount);
  expect([reply.status, reply.body.error.code]).toEqual([422, 'validation_error']);
});
