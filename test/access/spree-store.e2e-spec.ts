import { anOrder, asGuest, call, methodOf, sessionsPath, type Json } from '../support/http';
import { issueStoreCredit } from '../support/spree';
import { expectWhole, bearer, shopperHeaders, SHOPPERS, threeStores, type Row, type Stores } from './callers';
import { expectStatus, idsFor } from './fixtures';

// Every route of Spree's Store API, and the response to each caller (see callers.ts for the callers).

/** Parts of a customer's order: 404 for everyone else. */
const order = (owner: number): number[] => [401, 401, 401, 404, 404, 404, 404, 404, 404, 404, owner];
/** A customer's own data: 401 without their token; another customer gets `other`. */
const own = (owner: number, other = 404): number[] => [
  401,
  401,
  401,
  401,
  401,
  401,
  other,
  401,
  401,
  401,
  owner,
];
/** For any caller with a store's key. */
const open = (all: number): number[] => [401, 401, 401, ...Array<number>(8).fill(all)];

const S = '/api/v3/store';
const O = `${S}/orders/:order`;
const C = `${S}/carts/:shopcart`;
const pay = { payment_method_id: ':method' };
const setup = { payment_method_id: ':method' };
const login = { email: ':email', password: 'tandem-demo' };
const account = { email: ':fresh', password: 'secret1' };

const ROUTES: readonly Row[] = [
  // Gateways have no key: their events are authenticated by signature. (Bogus parses no events.)
  ['POST', '/api/v3/webhooks/payments/:method', { x: 1 }, Array<number>(11).fill(200)],
  ['POST', '/api/v3/webhooks/providers/stripe', { x: 1 }, Array<number>(11).fill(401)],
  ['GET', O, undefined, order(200)],
  ['PATCH', O, { email: 'new@example.com' }, order(200)],
  ['PATCH', `${O}/next`, undefined, order(422)],
  ['PATCH', `${O}/advance`, undefined, order(200)],
  ['PATCH', `${O}/complete`, undefined, order(422)],
  ['POST', `${O}/line_items`, { variant_id: ':variant' }, order(201)],
  ['PATCH', `${O}/line_items/:line`, { quantity: 3 }, order(200)],
  ['DELETE', `${O}/line_items/:line`, undefined, order(200)],
  ['POST', `${O}/store_credits`, {}, own(200)],
  ['DELETE', `${O}/store_credits`, undefined, own(200)],
  ['GET', `${O}/payments`, undefined, order(200)],
  ['GET', `${O}/payments/:payment`, undefined, order(200)],
  ['GET', `${O}/payment_methods`, undefined, order(200)],
  ['POST', `${O}/payment_sessions`, pay, order(201)],
  ['GET', `${O}/payment_sessions/:session`, undefined, order(200)],
  ['PATCH', `${O}/payment_sessions/:session`, { external_data: { a: 1 } }, order(200)],
  ['PATCH', `${O}/payment_sessions/:session/complete`, {}, order(200)],

  ['POST', `${S}/cart`, {}, open(201)],
  // A token finds its cart, and a customer their own, which the other customer created above.
  ['GET', `${S}/cart`, undefined, [401, 401, 401, 404, 404, 200, 200, 404, 404, 404, 200]],
  ['PATCH', `${S}/cart/associate`, undefined, own(404)],

  ['GET', `${S}/carts`, undefined, own(200, 200)],
  ['POST', `${S}/carts`, {}, open(201)],
  ['GET', C, undefined, order(200)],
  ['PATCH', C, { email: 'new@example.com' }, order(200)],
  ['DELETE', C, undefined, order(204)],
  ['PATCH', `${C}/associate`, undefined, own(404)],
  ['POST', `${C}/complete`, undefined, order(422)],
  ['POST', `${C}/items`, { variant_id: ':variant' }, order(201)],
  ['PATCH', `${C}/items/:line`, { quantity: 3 }, order(200)],
  ['DELETE', `${C}/items/:line`, undefined, order(200)],
  ['POST', `${C}/gift_cards`, { code: ':code' }, order(201)],
  ['DELETE', `${C}/gift_cards/:giftcard`, undefined, order(200)],
  ['POST', `${C}/store_credits`, {}, own(200)],
  ['DELETE', `${C}/store_credits`, undefined, own(200)],
  ['POST', `${C}/payments`, { payment_method_id: ':check' }, order(201)],
  ['POST', `${C}/payment_sessions`, pay, order(201)],
  ['GET', `${C}/payment_sessions/:session`, undefined, order(200)],
  ['PATCH', `${C}/payment_sessions/:session`, { external_data: { a: 1 } }, order(200)],
  ['PATCH', `${C}/payment_sessions/:session/complete`, {}, order(200)],

  // The email has an account only in its own store.
  ['POST', `${S}/auth/login`, login, [401, 401, 401, 401, ...Array<number>(7).fill(200)]],
  ['POST', `${S}/auth/register`, account, open(201)],
  ['POST', `${S}/customers`, account, open(201)],
  ['POST', `${S}/auth/refresh`, {}, own(200, 200)],
  ['POST', `${S}/auth/logout`, {}, open(204)],

  ...[`${S}/customer`, `${S}/customers/me`].flatMap<Row>((me) => [
    ['GET', me, undefined, own(200, 200)],
    ['PATCH', me, { first_name: 'Ada' }, own(200, 200)],
    ['GET', `${me}/orders`, undefined, own(200, 200)],
    ['GET', `${me}/orders/:order`, undefined, own(200)],
    ['GET', `${me}/gift_cards`, undefined, own(200, 200)],
    ['GET', `${me}/gift_cards/:giftcard`, undefined, own(200)],
    ['GET', `${me}/credit_cards`, undefined, own(200, 200)],
    ['GET', `${me}/credit_cards/:card`, undefined, own(200)],
    ['DELETE', `${me}/credit_cards/:card`, undefined, own(204)],
    ['POST', `${me}/payment_setup_sessions`, setup, own(201, 201)],
    ['GET', `${me}/payment_setup_sessions/:setup`, undefined, own(200)],
    ['PATCH', `${me}/payment_setup_sessions/:setup/complete`, {}, own(200)],
  ]),
  ['GET', `${S}/customers/me/store_credits`, undefined, own(200, 200)],
  ['GET', `${S}/customers/me/store_credits/:credit`, undefined, own(200)],
];

let stores: Stores;

beforeAll(async () => {
  stores = await threeStores();
  await issueStoreCredit(stores.store, '10000');
});

describe.each(ROUTES)('%s %s', (...row) => {
  const [, path, body, statuses] = row;
  const make = (): Promise<Record<string, string>> => idsFor(stores.store, path + JSON.stringify(body ?? ''));
  it.each(SHOPPERS.map((caller, i) => [caller, statuses[i] ?? 0] as const))(
    '%s gets %i',
    async (caller, status) => {
      await expectStatus(row, status, await shopperHeaders(caller, stores, 'x-spree-api-key'), await make());
    },
  );
});

it('a guest’s token gives access to its own order only', async () => {
  const [mine, theirs] = [await anOrder(stores.store), await anOrder(stores.store)];
  const ask = (of: { id: string }, token: string): Promise<Json> =>
    call('GET', `/api/v3/store/orders/${of.id}`, { headers: asGuest(stores.store, { token }) });
  expect((await ask(mine, mine.token)).status).toBe(200);
  const wrong = [theirs.token, mine.token.slice(0, -2) + 'AA', '', 'x'.repeat(5000)];
  expect(await Promise.all(wrong.map(async (token) => (await ask(mine, token)).status))).toEqual([
    404, 404, 404, 404,
  ]);
});

it('a session of one order is not found under another, nor in another store', async () => {
  const [mine, theirs] = [await anOrder(stores.store), await anOrder(stores.store)];
  const body = { payment_method_id: methodOf(stores.store) };
  const session = (await call('POST', sessionsPath(mine), { headers: asGuest(stores.store, mine), body }))
    .body;
  const under = await call('GET', sessionsPath(theirs, `/${session.id as string}`), {
    headers: asGuest(stores.store, theirs),
  });
  expect([under.status, under.body.error.message]).toEqual([404, 'Payment session not found']);
});

it('a customer of another store has no access here', async () => {
  const { order: id } = await idsFor(stores.store, '');
  const headers = {
    'x-spree-api-key': stores.store.publishable_key,
    ...bearer(stores.other.customer.jwt),
  };
  expect((await call('GET', `/api/v3/store/orders/${id ?? ''}`, { headers })).status).toBe(404);
});

it('every route of the server is in this table', () => expectWhole('spree-store', ROUTES));
