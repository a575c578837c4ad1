import { expectWhole, shopperHeaders, SHOPPERS, threeStores, type Row, type Stores } from './callers';
import { expectStatus, idsFor } from './fixtures';

// Every route of Medusa's Store API, and what each caller is answered (see callers.ts for who they are).

/** A customer's cart: no key is 400 in Medusa's words, and who may not see it finds nothing. */
const cart = (owner: number): number[] => [400, 400, 400, 404, 404, 404, 404, 404, 404, 404, owner];
/** The store's, whoever asks with its key. */
const stores_ = (all: number): number[] => [400, 400, 400, 404, ...Array<number>(7).fill(all)];

/** Whoever has the key of some store. */
const open = (all: number): number[] => [400, 400, 400, ...Array<number>(8).fill(all)];
/** A customer's own: the key first, then their token; another customer is answered `other`. */
const own = (owner: number, other = 404): number[] => [
  ...[400, 400, 400, 401, 401, 401],
  other,
  ...[401, 401, 401],
  owner,
];
/** By a token alone, which names its store: a key is not looked at. */
const bearers = [401, 200, 200, 200, 401, 401, 200, 401, 401, 401, 200];

const login = { email: ':email', password: 'tandem-demo' };
const fresh = { email: ':fresh', password: 'secret1' };

const ROUTES: readonly Row[] = [
  // Without a key the email's one store is found; with another store's key the email has no login there.
  ['POST', '/auth/customer/emailpass', login, [200, 400, 400, 401, ...Array<number>(7).fill(200)]],
  ['POST', '/auth/customer/emailpass/register', fresh, [400, 400, 400, ...Array<number>(8).fill(200)]],
  ['POST', '/auth/token/refresh', undefined, bearers],
  ['POST', '/auth/session', undefined, bearers],
  // By a cookie alone, which none of them has: see sessions.e2e-spec.ts.
  ['DELETE', '/auth/session', undefined, Array<number>(11).fill(401)],
  // By a registration's token alone; an account's own opens no other: see customers.e2e-spec.ts.
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
      const ids = await idsFor(stores.store, path + JSON.stringify(body ?? ''));
      await expectStatus(row, status, headers, ids);
    },
  );
});

it('every route of the server is in this table', () => expectWhole('medusa-store', ROUTES));
