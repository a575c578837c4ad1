import { asGuest, asShopper, call, cartIdOf, methodOf, type Json, type Reply } from '../../support/http';
import { uuidOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import { aGiftCard, asStaff, aVariant, issueStoreCredit } from '../../support/spree';
import { aStore, database, type StoreMade } from '../../support/tandem';
import { until } from '../../support/target-server';

// Choosing a manual payment reserves nothing: it is a Spree payment in state checkout until the order is placed.

let store: StoreMade;
let variant: string;
let cart: Json;
let headers: Record<string, string>;

beforeAll(async () => {
  store = await aStore();
  variant = await aVariant(store);
});
beforeEach(async () => {
  await open({ 'x-spree-api-key': store.publishable_key });
});
afterEach(() => expectInvariants({ id: `or_${(cart.id as string).slice(5)}` }));

/** A cart of two, 110.00 in all, with an email. */
async function open(as: Record<string, string>): Promise<void> {
  const body = { items: [{ variant_id: variant, quantity: 2 }] };
  cart = (await call('POST', '/api/v3/store/carts', { headers: as, body })).body;
  headers = as['authorization'] === undefined ? asGuest(store, cart) : as;
  await shop('PATCH', '', { email: 'a@example.com' });
}

const shop = (method: string, rest: string, body?: Json): Promise<Reply> =>
  call(method, `/api/v3/store/carts/${cart.id as string}${rest}`, { headers, body });
const ofOrder = (method: string, rest: string, body?: Json): Promise<Reply> =>
  call(method, `/api/v3/store/orders/or_${(cart.id as string).slice(5)}${rest}`, { headers, body });

const choose = (more: Json = {}): Promise<Reply> =>
  shop('POST', '/payments', { payment_method_id: methodOf(store, 'pp_system_default'), ...more });
const payments = async (): Promise<Json[]> => (await ofOrder('GET', '/payments')).body.data;
const complete = (): Promise<Reply> => shop('POST', '/complete', {});
const quantity = async (many: number): Promise<Reply> =>
  shop('PATCH', `/items/${cart.items[0].id as string}`, { quantity: many });

/** No amount is authorized or reserved on the cart's collection. */
async function expectNothingReserved(): Promise<void> {
  const sums = 'SELECT authorized::int, reserved::int FROM payment_collections WHERE id = $1';
  const { rows } = await database().query(sums, [uuidOf(cart.id)]);
  expect(rows).toEqual([{ authorized: 0, reserved: 0 }]);
}

/** Completes the cart and expects these payments: state, amount and method name. */
async function expectPlaced(...expected: [string, string, string][]): Promise<void> {
  const placed = await complete();
  expect([placed.status, placed.body.state ?? placed.text]).toEqual([200, 'complete']);
  const made = placed.body.payments.map((one: Json) => [one.state, one.amount, one.payment_method.name]);
  expect(made).toEqual(expected);
}

it('is shown as a payment in checkout, and keeps its id and number', async () => {
  const chosen = await choose();
  expect([chosen.status, chosen.body.state, chosen.body.status, chosen.body.amount]).toEqual([
    201,
    'checkout',
    'checkout',
    '110.0',
  ]);
  await expectNothingReserved();
  expect(await payments()).toEqual([chosen.body]);
  expect((await ofOrder('GET', `/payments/${chosen.body.id as string}`)).body).toEqual(chosen.body);
  const read = (await shop('GET', '')).body;
  expect([read.amount_due, read.payments]).toEqual(['110.0', [chosen.body]]);
  await expectPlaced(['pending', '110.0', 'Check']);
  const { id, number } = chosen.body;
  expect((await ofOrder('GET', `/payments/${id as string}`)).body).toMatchObject({
    id,
    number,
    state: 'pending',
  });
});

it('a card session replaces it, even when the card is then declined', async () => {
  await choose();
  const session = async (card: Json): Promise<Json> => {
    const body = { payment_method_id: methodOf(store), external_data: card };
    return (await ofOrder('POST', '/payment_sessions', body)).body;
  };
  const declined = await session({ bogus_card: 'card_declined' });
  expect([declined.amount, await payments()]).toEqual(['110.0', []]);
  await ofOrder('PATCH', `/payment_sessions/${declined.id as string}/complete`, {});
  expect((await complete()).body.error.message).toBe('No payment found');
  await expectNothingReserved();
  const good = await session({});
  await ofOrder('PATCH', `/payment_sessions/${good.id as string}/complete`, {});
  await expectPlaced(['pending', '110.0', 'Credit Card']);
});

it('choosing another manual method, or the same one again, replaces it', async () => {
  const wire = await asStaff(store, 'POST', '/payment_methods', { type: 'pp_system_default', name: 'Wire' });
  await choose();
  await choose();
  expect(await payments()).toHaveLength(1);
  await choose({ payment_method_id: wire.id });
  expect((await payments()).map((one) => one.payment_method.name)).toEqual(['Wire']);
  await expectPlaced(['pending', '110.0', 'Wire']);
});

it.each([
  ['fewer', 1, '55.0'],
  ['more', 3, '165.0'],
])('its amount follows when the cart has %s of a line', async (_, many, due) => {
  await choose();
  expect((await quantity(many)).status).toBe(200);
  expect((await payments()).map(({ amount }) => amount)).toEqual([due]);
  await expectPlaced(['pending', due, 'Check']);
});

it('pays the remainder after a gift card applied later', async () => {
  await choose();
  const card = await aGiftCard(store, { amount: '30' });
  expect((await shop('POST', '/gift_cards', { code: card.code })).status).toBeLessThan(300);
  expect((await payments()).map(({ amount }) => amount)).toEqual(['80.0']);
  await expectPlaced(['pending', '80.0', 'Check']);
});

it('is dropped when store credit then pays everything', async () => {
  await issueStoreCredit(store, '200');
  await open({ 'x-spree-api-key': store.publishable_key, authorization: `Bearer ${store.customer.jwt}` });
  await choose();
  await ofOrder('POST', '/store_credits', { amount: '30' });
  expect((await payments()).map(({ amount }) => amount)).toEqual(['80.0']);
  await ofOrder('POST', '/store_credits');
  await expectPlaced();
});

it('an amount that does not cover the remainder leaves the order open, with nothing reserved', async () => {
  expect((await choose({ amount: '10' })).body.amount).toBe('10.0');
  const early = await complete();
  expect([early.status, early.body.error.code]).toEqual([422, 'cart_cannot_complete']);
  await expectNothingReserved();
  await choose();
  await expectPlaced(['pending', '110.0', 'Check']);
});

it('an order without an email stays open, with nothing reserved', async () => {
  const body = { items: [{ variant_id: variant, quantity: 2 }] };
  const as = { 'x-spree-api-key': store.publishable_key };
  cart = (await call('POST', '/api/v3/store/carts', { headers: as, body })).body;
  headers = asGuest(store, cart);
  await choose();
  expect((await complete()).body.error.message).toContain('E-Mail');
  await expectNothingReserved();
  await shop('PATCH', '', { email: 'late@example.com' });
  await expectPlaced(['pending', '110.0', 'Check']);
});

/** Opens a card session, then chooses Check; returns how to complete the session. */
async function cardFirst(card: Json = {}): Promise<() => Promise<Reply>> {
  const body = { payment_method_id: methodOf(store), external_data: card };
  const session = (await ofOrder('POST', '/payment_sessions', body)).body;
  await choose();
  return () => ofOrder('PATCH', `/payment_sessions/${session.id as string}/complete`, {});
}

it('a card that has paid everything meanwhile replaces it', async () => {
  const pay = await cardFirst();
  expect((await pay()).body.status).toBe('completed');
  await expectPlaced(['pending', '110.0', 'Credit Card']);
});

it('a card completed at the same time pays, or the check does: never both', async () => {
  const pay = await cardFirst();
  const [, , ...placed] = await Promise.all([pay(), pay(), complete(), complete()]);
  expect(placed.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
  expect((await complete()).body.state).toBe('complete');
  expect((await payments()).map(({ state, amount }) => [state, amount])).toEqual([['pending', '110.0']]);
});

it('chosen while a card payment is in flight, it does not pay as well: the card places the order', async () => {
  const pay = await cardFirst({ bogus_card: 'processing' });
  expect((await pay()).body.status).toBe('processing');
  const early = await complete();
  expect([early.status, early.body.error?.message]).toEqual([422, 'A payment is still being processed']);
  const soon = 'UPDATE provider_operations SET lease_until = now() WHERE order_id = $1';
  await database().query(soon, [uuidOf(cart.id)]);
  await until(async () => (await ofOrder('GET', '')).body.state === 'complete', 30_000);
  expect((await payments()).map((one) => one.payment_method.name)).toEqual(['Credit Card']);
});

it('concurrent completions place the order once, with one payment', async () => {
  await choose();
  const replies = await Promise.all([complete(), complete(), ofOrder('PATCH', '/complete', {})]);
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await payments()).map(({ state }) => state)).toEqual(['pending']);
});

it('a retry with its Idempotency-Key chooses once and completes once', async () => {
  const keyed = (key: string, rest: string, body: Json): Promise<Reply> =>
    call('POST', `/api/v3/store/carts/${cart.id as string}${rest}`, {
      headers: { ...headers, 'idempotency-key': `${key}-${cart.id as string}` },
      body,
    });
  const body = { payment_method_id: methodOf(store, 'pp_system_default') };
  const [one, again] = [await keyed('choose', '/payments', body), await keyed('choose', '/payments', body)];
  expect([one.status, again.text]).toEqual([201, one.text]);
  const [done, replay] = [await keyed('complete', '/complete', {}), await keyed('complete', '/complete', {})];
  expect([done.status, replay.text]).toEqual([200, done.text]);
});

it('the cart can be deleted', async () => {
  await choose();
  expect((await shop('DELETE', '')).status).toBe(204);
  await expectNothingReserved();
});

it('is completed through Medusa’s API too', async () => {
  await choose();
  const url = `/store/carts/${cartIdOf(cart.id)}/complete`;
  const as = { ...asShopper(store), 'x-spree-order-token': cart.token };
  const placed = await call('POST', url, { headers: as });
  expect([placed.status, placed.body.type]).toEqual([200, 'order']);
  expect((await payments()).map(({ state }) => state)).toEqual(['pending']);
});

it.each(['110.01', '0', '-5', 'x'])('an amount of %s is refused, and nothing is chosen', async (amount) => {
  expect((await choose({ amount })).status).toBe(422);
  expect(await payments()).toEqual([]);
});

it('a manual payment recorded by staff is authorized at once', async () => {
  await choose();
  const body = { payment_method_id: methodOf(store, 'pp_system_default') };
  const path = `/orders/or_${(cart.id as string).slice(5)}/payments`;
  expect((await asStaff(store, 'POST', path, body)).state).toBe('pending');
  expect((await payments()).map(({ state }) => state)).toEqual(['pending']);
});
