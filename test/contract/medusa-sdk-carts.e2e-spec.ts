import Medusa from '@medusajs/js-sdk';
import type { Json } from '../support/http';
import { expectInvariants } from '../support/invariants';
import { aMedusaVariant } from '../support/medusa';
import { aStore, baseUrl, type StoreMade } from '../support/tandem';

// @medusajs/js-sdk 2.21.2, unmodified: a storefront from the first click to its order history, and a back office.

let store: StoreMade;
let variant: string;
let paid: { id: string }[] = [];

beforeAll(async () => {
  store = await aStore();
  variant = await aMedusaVariant(store);
});
afterEach(async () => {
  await expectInvariants(...paid);
  paid = [];
});

const storefront = async (jwt?: string): Promise<Medusa> => {
  const sdk = new Medusa({
    baseUrl,
    publishableKey: store.publishable_key,
    auth: { type: 'jwt', jwtTokenStorageMethod: 'memory' },
  });
  if (jwt) await sdk.client.setToken(jwt);
  return sdk;
};
const backOffice = (): Medusa => new Medusa({ baseUrl, apiKey: store.secret_key });

/** Fills a cart, sets email and address, pays and places it. */
async function checkOut(sdk: Medusa, cart: Json): Promise<Json> {
  await sdk.store.cart.createLineItem(cart.id, { variant_id: variant, quantity: 2 });
  await sdk.store.cart.update(cart.id, { shipping_address: { first_name: 'Ada', country_code: 'us' } });
  const { cart: ready } = await sdk.store.cart.retrieve(cart.id, { fields: '+payment_collection.id' });
  await sdk.store.payment.initiatePaymentSession(ready, { provider_id: 'pp_bogus_default' });
  const completion = await sdk.store.cart.complete(cart.id);
  if (completion.type !== 'order') throw new Error(completion.error.message);
  paid.push({ id: completion.order.id });
  return completion.order;
}

it('a guest goes from an empty cart to a placed order, and reads it', async () => {
  const sdk = await storefront();
  const { regions } = await sdk.store.region.list();
  const region_id = regions[0]?.id;
  const { cart } = await sdk.store.cart.create({ region_id, email: 'g@example.com' });
  expect(cart).toMatchObject({ items: [], total: 0 });
  const order = await checkOut(sdk, cart);
  expect(order).toMatchObject({
    total: 110,
    email: 'g@example.com',
    items: [{ quantity: 2, unit_price: 55 }],
  });
  const read = await sdk.store.order.retrieve(order.id, { fields: '+payment_status' });
  expect(read.order).toMatchObject({ id: order.id, payment_status: 'authorized' });
});

it('changes and removes lines', async () => {
  const sdk = await storefront();
  const items = [{ variant_id: variant, quantity: 1 }];
  const { cart } = await sdk.store.cart.create({ region_id: store.region_id, items });
  const line = cart.items?.[0]?.id ?? '';
  const more = await sdk.store.cart.updateLineItem(cart.id, line, { quantity: 3 });
  expect(more.cart.total).toBe(165);
  const gone = await sdk.store.cart.deleteLineItem(cart.id, line);
  expect(gone).toMatchObject({
    id: line,
    object: 'line-item',
    deleted: true,
    parent: { total: 0, items: [] },
  });
});

it('a guest logs in, keeps the cart, and finds the order in their history', async () => {
  const { cart } = await (await storefront()).store.cart.create({ region_id: store.region_id });
  const sdk = await storefront(store.customer.jwt);
  const taken = await sdk.store.cart.transferCart(cart.id);
  expect(taken.cart.customer_id).toMatch(/^cus_/);
  const order = await checkOut(sdk, cart);
  const { orders, count } = await sdk.store.order.list({ limit: 1 });
  expect([orders[0]?.id, count]).toEqual([order.id, 1]);
  const anonymous = (await storefront()).store.order.retrieve(order.id);
  await expect(anonymous).rejects.toMatchObject({ status: 404 });
});

it('a back office lists, reads and cancels', async () => {
  const sdk = await storefront();
  const email = `b${Date.now()}@example.com`;
  const { cart } = await sdk.store.cart.create({ region_id: store.region_id, email });
  const { id } = await checkOut(sdk, cart);
  const { admin } = backOffice();
  const list = await admin.order.list({ q: email, status: ['pending'], fields: 'id,payment_status' });
  expect(list).toMatchObject({ count: 1, orders: [{ id, payment_status: 'authorized' }] });
  const read = await admin.order.retrieve(id);
  expect(read.order.payment_collections[0]?.payments).toHaveLength(1);
  const canceled = await admin.order.cancel(id);
  expect(canceled.order.status).toBe('canceled');
  const { order } = await admin.order.retrieve(id, { fields: 'payment_status' });
  expect(order.payment_status).toBe('canceled');
  const { regions } = await admin.region.list({ fields: '*payment_providers' });
  expect(regions[0]?.payment_providers?.map((provider) => provider.id)).toContain('pp_bogus_default');
});
