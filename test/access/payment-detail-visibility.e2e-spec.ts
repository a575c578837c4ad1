import { withOrder } from '../support/checkout';
import { anOrder, asGuest, asShopper, call, cartIdOf, collectionPath, type Json } from '../support/http';
import { expectInvariants } from '../support/invariants';
import type { OrderMade, StoreMade } from '../support/tandem';

// Anyone who knows the id of a guest's order may pay it, but must not learn how others paid.

let store: StoreMade;
let order: OrderMade;

withOrder((made) => ({ store, order } = made), { email: 'guest@example.com' });
afterEach(() => expectInvariants(order));

const S = '/api/v3/store';

async function cardsOf(jwt: string): Promise<Json[]> {
  const headers = { 'x-spree-api-key': store.publishable_key, authorization: `Bearer ${jwt}` };
  return (await call('GET', `${S}/customers/me/credit_cards`, { headers })).body.data;
}

/** A logged-in customer creates the session that pays the order. */
async function paidThroughASessionOf(jwt: string, of: OrderMade): Promise<void> {
  const body = { provider_id: 'pp_bogus_default', data: { setup_future_usage: 'off_session' } };
  const opened = await call('POST', collectionPath(of), { headers: asShopper(store, undefined, jwt), body });
  expect(opened.status).toBe(200);
  const done = await call('POST', `/store/carts/${of.cart_id}/complete`, {
    headers: { ...asShopper(store), ...asGuest(store, of) },
  });
  expect(done.body.type).toBe('order');
}

it('a card that pays a guest’s order is not saved for a customer who opened the session', async () => {
  const before = await cardsOf(store.customer.jwt);
  await paidThroughASessionOf(store.customer.jwt, order);
  expect(await cardsOf(store.customer.jwt)).toEqual(before);
});

it('a card that pays a customer’s own order is saved for them once, on request', async () => {
  const own = await anOrder(store, { customer_id: store.customer.id });
  const before = (await cardsOf(store.customer.jwt)).length;
  const headers = asShopper(store, undefined, store.customer.jwt);
  const body = { provider_id: 'pp_bogus_default', data: { setup_future_usage: 'off_session' } };
  expect((await call('POST', collectionPath(own), { headers, body })).status).toBe(200);
  const complete = (): Promise<Json> => call('POST', `/store/carts/${own.cart_id}/complete`, { headers });
  await Promise.all([complete(), complete()]);
  expect(await cardsOf(store.customer.jwt)).toHaveLength(before + 1);
  await expectInvariants(own);
});

it('knowing a placed order’s id does not show how it was paid', async () => {
  const headers = asShopper(store);
  await call('POST', collectionPath(order), { headers, body: { provider_id: 'pp_bogus_default' } });
  const fields = '*payment_collections.payment_sessions,*payment_collections.payment_sessions.payment';
  const complete = `/store/carts/${order.cart_id}/complete?fields=${fields}`;
  await call('POST', complete, { headers });
  const again = await call('POST', complete, { headers });
  expect(again.status).toBe(200);
  expect(again.text).not.toMatch(/client_secret|last4|guest@example/);
  const body = { cart_id: cartIdOf(order.id) };
  expect((await call('POST', '/store/payment-collections', { headers, body })).status).toBe(404);
});
