import {
  asGuest,
  asShopper,
  call,
  collectionPath,
  methodOf,
  sessionsPath,
  type Json,
  type Reply,
} from '../../support/http';
import { expectInvariants } from '../../support/invariants';
import { createAccount } from '../../support/logins';
import { spreeIdOf } from '../../support/ids';
import {
  aMedusaVariant,
  aSession,
  cartOf,
  completed,
  readCart,
  refusal,
  shopOf,
  type Shop,
} from '../../support/medusa';
import { asStaff } from '../../support/spree';
import { aStore, type OrderMade, type StoreMade } from '../../support/tandem';

// Anyone who knows the id of a guest's cart can read it: what another user must not gain by that.

const SESSIONS = '?fields=*payment_collection.payment_sessions';

let store: StoreMade;
let guest: Shop;
let otherUser: Shop;
let order: OrderMade;
let variant: string;

beforeAll(async () => {
  store = await aStore();
  guest = shopOf(store);
  otherUser = shopOf(store, (await createAccount(store)).token);
  variant = await aMedusaVariant(store);
});
beforeEach(async () => {
  order = await aGuestsCart();
});
afterEach(() => expectInvariants(order));

/** Created through Medusa's API: a handed-over order cannot be claimed (docs/adr/0018-order-access.md). */
async function aGuestsCart(): Promise<OrderMade> {
  const items = [{ variant_id: variant, quantity: 2 }];
  const cart = await cartOf(guest('POST', '/carts', { email: 'guest@example.com', items }));
  const id = spreeIdOf('or', cart.id as string);
  const { number, token } = await asStaff(store, 'GET', `/orders/${id}`);
  return { id, number, token, cart_id: cart.id };
}

const claim = (shop: Shop): Promise<Reply> => shop('POST', `/carts/${order.cart_id}/customer`);
const sessionsOf = async (shop: Shop): Promise<Json[]> =>
  (await readCart(shop, order.cart_id, SESSIONS)).payment_collection.payment_sessions;

/** Completes a session for a part, so that an open order has an authorized payment. */
async function payAPart(): Promise<void> {
  const headers = asGuest(store, order);
  const body = { payment_method_id: methodOf(store), amount: '10.00' };
  const made = await call('POST', sessionsPath(order), { headers, body });
  const path = sessionsPath(order, `/${made.body.id as string}/complete`);
  const { status, text } = await call('PATCH', path, { headers, body: {} });
  if (status !== 200) throw new Error(text);
}

it('cannot see which customer pays a guest’s cart', async () => {
  const customer = shopOf(store, store.customer.jwt);
  const key = 'pays for a guest';
  const made = await aSession(customer, order.cart_id);
  const headers = asShopper(store, key, store.customer.jwt);
  const body = { provider_id: 'pp_bogus_default' };
  const once = await call('POST', collectionPath(order), { headers, body });
  const again = await call('POST', collectionPath(order), { headers, body });
  expect(again.text).toBe(once.text);
  const [session] = await sessionsOf(guest);
  for (const shown of [made.body.payment_collection.payment_sessions[0], session]) {
    expect(shown.context).toEqual({});
  }
  const everything = '?fields=*customer,*payment_collection,*payment_collection.payment_sessions.payment';
  expect(JSON.stringify(await readCart(guest, order.cart_id, everything))).not.toContain(
    store.customer.email,
  );
});

it('cannot claim a cart that is partly paid', async () => {
  await payAPart();
  expect(refusal(await claim(otherUser))).toEqual([400, 'not_allowed', 'The cart has payments']);
  const cart = await readCart(guest, order.cart_id);
  expect([cart.customer_id, cart.email]).toEqual([null, 'guest@example.com']);
});

it('claiming a cart cancels the guest’s session, so that the guest does not pay for it', async () => {
  await aSession(guest, order.cart_id);
  expect((await claim(otherUser)).status).toBe(200);
  expect((await completed(guest, order.cart_id)).status).toBe(404);
  expect((await sessionsOf(otherUser)).map(({ status }) => status as string)).toEqual(['canceled']);
  expect(refusal(await completed(otherUser, order.cart_id))).toEqual([
    400,
    'invalid_data',
    'Payment sessions are required to complete cart',
  ]);
  await aSession(otherUser, order.cart_id);
  expect((await completed(otherUser, order.cart_id)).body.type).toBe('order');
});

it('claiming one’s own cart again leaves its session unchanged', async () => {
  expect((await claim(otherUser)).status).toBe(200);
  await aSession(otherUser, order.cart_id);
  expect((await claim(otherUser)).status).toBe(200);
  expect((await sessionsOf(otherUser)).map(({ status }) => status as string)).toEqual(['pending']);
});
