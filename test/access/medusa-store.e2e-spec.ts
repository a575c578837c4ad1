import { expectWhole, shopperHeaders, SHOPPERS, threeStores, type Row, type Stores } from './callers';
import { expectStatus, idsFor } from './fixtures';

// Every route of Medusa's Store API, and what each caller is answered (see callers.ts for who they are).

/** A customer's cart: no key is 400 in Medusa's words, and who may not see it finds nothing. */
const cart = (owner: number): number[] => [400, 400, 400, 404, 404, 404, 404, 404, 404, 404, owner];
/** The store's, whoever asks with its key. */
const stores_ = (all: number): number[] => [400, 400, 400, 404, ...Array<number>(7).fill(all)];

/** Whoever has the key of some store. */
const open = (all: number): number[] => [400, 400, 400, ...Array<number>(8).fill(all)];
/** A customer's own: who is not logged in is 401; another customer is answered `other`. */
const own = (owner: number, other = 404): number[] => [
  ...[400, 400, 400, 401, 401, 401, other],
  ...[401, 401, 401, owner],
];

const ROUTES: readonly Row[] = [
  ['POST', '/store/payment-collections', { cart_id: ':cart' }, cart(200)],
  [
    'POST',
    '/store/payment-collections/:collection/payment-sessions',
    { provider_id: 'pp_bogus_default' },
    cart(200),
  ],
  ['POST', '/store/carts', {}, open(200)],
  ['GET', '/store/carts/:cart', undefined, cart(200)],
  ['POST', '/store/carts/:cart', { email: 'new@example.com' }, cart(200)],
  ['POST', '/store/carts/:cart/line-items', { variant_id: ':medusavariant', quantity: 1 }, cart(200)],
  ['POST', '/store/carts/:cart/line-items/:cartline', { quantity: 3 }, cart(200)],
  ['DELETE', '/store/carts/:cart/line-items/:cartline', undefined, cart(200)],
  ['POST', '/store/carts/:cart/customer', undefined, own(200)],
  ['POST', '/store/carts/:cart/complete', undefined, cart(200)],
  // An order that is still a cart is no order yet, also for its owner.
  ['GET', '/store/orders/:medusaorder', undefined, cart(404)],
  ['GET', '/store/orders', undefined, own(200, 200)],
  ['GET', '/store/regions', undefined, open(200)],
  ['GET', '/store/regions/:region', undefined, stores_(200)],
  ['GET', '/store/payment-providers?region_id=:region', undefined, stores_(200)],
  // Gateways have no key: what they send is believed only once its signature is checked.
  ['POST', '/hooks/payment/:hook', { x: 1 }, Array<number>(11).fill(200)],
];

let stores: Stores;

beforeAll(async () => {
  stores = await threeStores();
});

describe.each(ROUTES)('%s %s', (...row) => {
  const [, path, body, statuses] = row;
  it.each(SHOPPERS.map((caller, i) => [caller, statuses[i] ?? 0] as const))(
    '%s gets %i',
    async (caller, status) => {
      const headers = await shopperHeaders(caller, stores, 'x-publishable-api-key');
      await expectStatus(row, status, headers, await idsFor(stores.store, path + JSON.stringify(body ?? '')));
    },
  );
});

it('every route of the server is in this table', () => expectWhole('medusa-store', ROUTES));
