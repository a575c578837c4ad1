import { expectWhole, shopperHeaders, SHOPPERS, threeStores, type Row, type Stores } from './callers';
import { expectStatus, idsFor } from './fixtures';

// Every route of Medusa's Store API, and the response to each caller (see callers.ts for the callers).

/** A customer's cart: without a key 400 with Medusa's message; for other callers 404. */
const cart = (owner: number): number[] => [400, 400, 400, 404, 404, 404, 404, 404, 404, 404, owner];
/** Data of the store, for any caller with its key. */
const stores_ = (all: number): number[] => [400, 400, 400, 404, ...Array<number>(7).fill(all)];

/** For any caller with a store's key. */
const open = (all: number): number[] => [400, 400, 400, ...Array<number>(8).fill(all)];
/** A customer's own data: needs the key, then their token; another customer gets `other`. */
const own = (owner: number, other = 404): number[] => [
  ...[400, 400, 400, 401, 401, 401],
  other,
  ...[401, 401, 401],
  owner,
];
/** Needs only a token, which names its store: keys are not checked. */
const bearers = [401, 200, 200, 200, 401, 401, 200, 401, 401, 401, 200];

const login = { email: ':email', password: 'tandem-demo' };
const fresh = { email: ':fresh', password: 'secret1' };

const ROUTES: readonly Row[] = [
  // Without a key the email's only store is used; with another store's key the email has no login there.
  ['POST', '/auth/customer/emailpass', login, [200, 400, 400, 401, ...Array<number>(7).fill(200)]],
  ['POST', '/auth/customer/emailpass/register', fresh, [400, 400, 400, ...Array<number>(8).fill(200)]],
  ['POST', '/auth/token/refresh', undefined, bearers],
  ['POST', '/auth/session', undefined, bearers],
  // Needs a cookie, which none of the callers has: see login-sessions.e2e-spec.ts.
  ['DELETE', '/auth/session', undefined, Array<number>(11).fill(401)],
  // Needs a registration's token; an account's own token cannot register: see customers.e2e-spec.ts.
  ['POST', '/store/customers', { email: ':fresh' }, own(400, 400)],
  ['GET', '/store/customers/me', undefined, own(200, 200)],
  ['POST', '/store/customers/me', { first_name: 'Ada' }, own(200, 200)],

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
  // An open cart is not an order yet, not even for its owner.
  ['GET', '/store/orders/:medusaorder', undefined, cart(404)],
  ['GET', '/store/orders', undefined, own(200, 200)],
  ['GET', '/store/regions', undefined, open(200)],
  ['GET', '/store/regions/:region', undefined, stores_(200)],
  ['GET', '/store/payment-providers?region_id=:region', undefined, stores_(200)],
  // Gateways have no key: their events are authenticated by signature.
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
      const ids = await idsFor(stores.store, path + JSON.stringify(body ?? ''));
      await expectStatus(row, status, headers, ids);
    },
  );
});

it('every route of the server is in this table', () => expectWhole('medusa-store', ROUTES));
