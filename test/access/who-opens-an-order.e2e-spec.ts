import {
  anOrder,
  asGuest,
  asShopper,
  call,
  cartIdOf,
  methodOf,
  type Json,
  type Reply,
} from '../support/http';
import { spreeIdOf } from '../support/ids';
import { aMedusaVariant } from '../support/medusa';
import { aVariant } from '../support/spree';
import { aStore, type StoreMade } from '../support/tandem';

// Access to a guest's order, by origin × API × caller (docs/adr/0018-order-access.md).

const EMAIL = 'whose@example.com';
const KINDS = ['medusa cart', 'spree cart', 'handed over', 'token required'] as const;
type Kind = (typeof KINDS)[number];
const CALLERS = ['id', 'other token', 'login', 'token', 'login and token'] as const;
type Caller = (typeof CALLERS)[number];

let store: StoreMade;
let variant: string;
let medusaVariant: string;

beforeAll(async () => {
  store = await aStore();
  [variant, medusaVariant] = [await aVariant(store), await aMedusaVariant(store)];
});

interface Made {
  /** In Spree's form. */
  readonly id: string;
  readonly token: string;
}

const MAKERS: Record<Kind, () => Promise<Made>> = {
  'medusa cart': async () => {
    const body = { email: EMAIL, items: [{ variant_id: medusaVariant, quantity: 2 }] };
    const { cart } = (await call('POST', '/store/carts', { headers: asShopper(store), body })).body;
    const id = spreeIdOf('or', cart.id);
    // Only staff see the token of a cart created through Medusa's API.
    const shown = await call('GET', `/api/v3/admin/orders/${id}`, {
      headers: { 'x-spree-api-key': store.secret_key },
    });
    return { id, token: shown.body.token };
  },
  'spree cart': async () => {
    const headers = { 'x-spree-api-key': store.publishable_key };
    const body = { items: [{ variant_id: variant, quantity: 2 }] };
    const cart = (await call('POST', '/api/v3/store/carts', { headers, body })).body;
    const id = `or_${(cart.id as string).slice(5)}`;
    await call('PATCH', `/api/v3/store/orders/${id}`, {
      headers: asGuest(store, cart),
      body: { email: EMAIL },
    });
    return { id, token: cart.token };
  },
  'handed over': () => anOrder(store, { email: EMAIL }),
  'token required': () => anOrder(store, { email: EMAIL, token_required: true }),
};

async function headersOf(caller: Caller, { token }: Made): Promise<Record<string, string>> {
  const login = caller.startsWith('login') ? store.customer.jwt : undefined;
  const orderToken = caller === 'other token' ? (await anOrder(store)).token : token;
  return {
    ...asShopper(store, undefined, login),
    ...(caller.includes('token') && { 'x-spree-order-token': orderToken }),
  };
}

type Ask = readonly [method: string, path: (id: (prefix: string) => string) => string, body?: () => Json];

/** Medusa's routes that accept the id of an open order. */
const READ: Record<string, Ask> = { 'read the cart': ['GET', (id) => `/store/carts/${id('cart')}`] };
const PAY: Record<string, Ask> = {
  'open its collection': ['POST', () => '/store/payment-collections'],
  'open a session': [
    'POST',
    (id) => `/store/payment-collections/${id('pay_col')}/payment-sessions`,
    () => ({ provider_id: 'pp_bogus_default' }),
  ],
  complete: ['POST', (id) => `/store/carts/${id('cart')}/complete`],
};
const CHANGE: Record<string, Ask> = {
  'change the cart': ['POST', (id) => `/store/carts/${id('cart')}`, () => ({ email: 'x@example.com' })],
  'add a line': [
    'POST',
    (id) => `/store/carts/${id('cart')}/line-items`,
    () => ({ variant_id: medusaVariant, quantity: 1 }),
  ],
};
const CLAIM: Record<string, Ask> = { 'claim it': ['POST', (id) => `/store/carts/${id('cart')}/customer`] };
const ASKS = { ...READ, ...PAY, ...CHANGE, ...CLAIM };

function ask(made: Made, [method, path, body]: Ask, headers: Record<string, string>): Promise<Reply> {
  const id = (prefix: string): string => cartIdOf(made.id, prefix);
  const url = path(id);
  const collection = url === '/store/payment-collections' ? { cart_id: id('cart') } : undefined;
  return call(method, url, { headers, body: collection ?? body?.() });
}

const holdsToken = (caller: Caller): boolean => caller === 'token' || caller === 'login and token';

/** Whether a caller may use a route on an order of a kind; no one can claim an order without logging in. */
function isFound(kind: Kind, caller: Caller, what: string): boolean {
  if (isForLogins(caller, what)) return false;
  if (holdsToken(caller) || kind === 'medusa cart') return true;
  return kind === 'handed over' && (what in READ || what in PAY);
}

const isForLogins = (caller: Caller, what: string): boolean => what in CLAIM && !caller.startsWith('login');

/** A permitted completion is 400, as there is no payment session. */
function statusOf(kind: Kind, caller: Caller, what: string): number {
  if (isFound(kind, caller, what)) return what === 'complete' ? 400 : 200;
  return isForLogins(caller, what) ? 401 : 404;
}

const seesEverything = (kind: Kind, caller: Caller): boolean => kind === 'medusa cart' || holdsToken(caller);

const ROWS = KINDS.flatMap((kind) =>
  CALLERS.flatMap((caller) =>
    Object.keys(ASKS).map((what) => [kind, caller, what, statusOf(kind, caller, what)] as const),
  ),
);

it.each(ROWS)('%s, with its %s through Medusa’s API: to %s is %i', async (kind, caller, what, status) => {
  const made = await MAKERS[kind]();
  const reply = await ask(made, ASKS[what] as Ask, await headersOf(caller, made));
  expect(reply.status).toBe(status);
  if (!seesEverything(kind, caller)) expect(reply.text).not.toContain(EMAIL);
  else if (what in READ) expect(reply.body.cart.email).toBe(EMAIL);
});

/** Pays for and places it as its owner. */
async function place(made: Made): Promise<void> {
  const headers = await headersOf('token', made);
  for (const what of ['open its collection', 'open a session', 'complete']) {
    expect((await ask(made, ASKS[what] as Ask, headers)).status).toBe(200);
  }
}

const PLACED = KINDS.flatMap((kind) => CALLERS.map((caller) => [kind, caller] as const));
it.each(PLACED)('%s, once placed, with its %s through Medusa’s API', async (kind, caller) => {
  const made = await MAKERS[kind]();
  await place(made);
  const headers = await headersOf(caller, made);
  const isAll = seesEverything(kind, caller);
  const statuses = async (...asks: Ask[]): Promise<number[]> => {
    const replies: Reply[] = [];
    for (const one of asks) replies.push(await ask(made, one, headers));
    for (const { text } of isAll ? [] : replies) expect(text).not.toContain(EMAIL);
    return replies.map(({ status }) => status);
  };
  const order: Ask = ['GET', (id) => `/store/orders/${id('order')}`];
  const expected = isAll ? [200, 200] : [404, 404];
  expect(await statuses(order, ASKS['read the cart'] as Ask)).toEqual(expected);
  // A repeated completion says again that the order is placed, without showing it to a caller who may not see it.
  const again = isAll || kind === 'handed over' ? 200 : 404;
  expect(await statuses(ASKS['complete'] as Ask)).toEqual([again]);
});

it.each(KINDS)('%s through Spree’s API: only its token gives access', async (kind) => {
  const made = await MAKERS[kind]();
  const key = { 'x-spree-api-key': store.publishable_key };
  const login = { ...key, authorization: `Bearer ${store.customer.jwt}` };
  const other = asGuest(store, await anOrder(store));
  const body = { payment_method_id: methodOf(store) };
  for (const headers of [key, login, other]) {
    for (const id of [made.id, cartIdOf(made.id, 'order'), cartIdOf(made.id, 'cart')]) {
      const url = `/api/v3/store/orders/${id}`;
      expect((await call('GET', url, { headers })).status).toBe(404);
      expect((await call('POST', `${url}/payment_sessions`, { headers, body })).status).toBe(404);
    }
  }
  const headers = asGuest(store, made);
  expect((await call('GET', `/api/v3/store/orders/${made.id}`, { headers })).body.email).toBe(EMAIL);
});

it('a response stored for a caller with the token is not replayed to a caller with only the id', async () => {
  const made = await MAKERS['handed over']();
  const asOwner = await headersOf('token', made);
  for (const what of ['open its collection', 'open a session']) await ask(made, ASKS[what] as Ask, asOwner);
  const keyed = { 'idempotency-key': `b8-${made.id}` };
  const complete = ASKS['complete'] as Ask;
  const own = await ask(made, complete, { ...asOwner, ...keyed });
  expect(own.body.order.email).toBe(EMAIL);
  const byId = await ask(made, complete, { ...(await headersOf('id', made)), ...keyed });
  expect([byId.status, byId.text.includes(EMAIL)]).toEqual([200, false]);
});

it.each(['yes', 1, {}])('token_required %j is refused, and no order is created', async (value) => {
  const made = anOrder(store, { token_required: value });
  await expect(made).rejects.toThrow('token_required');
});
