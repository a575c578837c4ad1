import { createHmac } from 'node:crypto';
import { anOrder, asGuest, call, cartIdOf, methodOf, sessionsPath, type Json } from '../support/http';
import { uuidOf } from '../support/ids';
import { aStore, database, serverEnv, type StoreMade } from '../support/tandem';

// Who asks, and what each is answered. A route of the server that is not in this table fails the last test.
//
// nobody: no key at all · wrong: a key that was never made · revoked · other store: another store's publishable key ·
// pk: the store's own key alone · other token: the token of another order · other customer: their JWT ·
// expired, none, HS512: a JWT of the right owner that is too old, unsigned, or signed in another algorithm ·
// owner: whoever the order belongs to · secret: a secret key · admin: an admin's JWT · other admin: another store's
const SPREE = [
  'nobody',
  'wrong',
  'revoked',
  'other store',
  'pk',
  'other token',
  'other customer',
  'expired',
  'none',
  'HS512',
  'owner',
] as const;
const ADMIN = [
  'nobody',
  'wrong',
  'pk',
  'customer',
  'expired',
  'none',
  'HS512',
  'other admin',
  'secret',
  'admin',
] as const;

type Row = readonly [method: string, path: string, body: Json, ...statuses: number[]];

const S = '/api/v3/store/orders/:order';
const hidden = [401, 401, 401, 404, 404, 404, 404, 404, 404, 404] as const;
const SPREE_ROUTES: readonly Row[] = [
  ['GET', S, undefined, ...hidden, 200],
  ['GET', `${S}/payments`, undefined, ...hidden, 200],
  ['GET', `${S}/payment_methods`, undefined, ...hidden, 200],
  ['POST', `${S}/payment_sessions`, { payment_method_id: ':method' }, ...hidden, 201],
  ['GET', `${S}/payment_sessions/:session`, undefined, ...hidden, 200],
  ['PATCH', `${S}/payment_sessions/:session`, { external_data: { a: 1 } }, ...hidden, 200],
  ['PATCH', `${S}/payment_sessions/:session/complete`, {}, ...hidden, 200],
];

const unknownToMedusa = [400, 400, 400, 404, 404, 404, 404, 404, 404, 404] as const;
const MEDUSA_ROUTES: readonly Row[] = [
  ['POST', '/store/payment-collections', { cart_id: ':cart' }, ...unknownToMedusa, 200],
  [
    'POST',
    '/store/payment-collections/:collection/payment-sessions',
    { provider_id: 'pp_bogus_default' },
    ...unknownToMedusa,
    200,
  ],
  ['POST', '/store/carts/:cart/complete', undefined, ...unknownToMedusa, 200],
  // A region is the store's, whoever asks.
  [
    'GET',
    '/store/payment-providers?region_id=:region',
    undefined,
    400,
    400,
    400,
    404,
    200,
    200,
    200,
    200,
    200,
    200,
    200,
  ],
];

const ADMIN_ROUTES: readonly Row[] = [
  ['GET', '/api/v3/admin/orders/:order', undefined, 401, 401, 401, 401, 401, 401, 401, 404, 200, 200],
  [
    'POST',
    '/api/v3/admin/orders',
    { currency: 'USD', items: [{ name: 'x', quantity: 1, price: '1' }] },
    401,
    401,
    401,
    401,
    401,
    401,
    401,
    201,
    201,
    201,
  ],
  [
    'POST',
    '/admin/payments/:payment/capture',
    { amount: 1 },
    401,
    401,
    401,
    401,
    401,
    401,
    401,
    404,
    200,
    200,
  ],
  [
    'POST',
    '/admin/payments/:payment/refund',
    { amount: 1 },
    401,
    401,
    401,
    401,
    401,
    401,
    401,
    404,
    200,
    200,
  ],
];

interface World {
  readonly store: StoreMade;
  readonly other: StoreMade;
  readonly revoked: string;
}

let world: World;

beforeAll(async () => {
  const [store, other, third] = [await aStore(), await aStore(), await aStore()];
  await database().query('UPDATE api_keys SET revoked_at = now() WHERE token = $1', [third.publishable_key]);
  world = { store, other, revoked: third.publishable_key };
});

/** A customer's order with a session, and where it is asked for a payment of it. */
async function anOwnedOrder(): Promise<Record<string, string>> {
  const { store } = world;
  const order = await anOrder(store, { customer_id: store.customer.id });
  const headers = { 'x-spree-api-key': store.publishable_key, authorization: `Bearer ${store.customer.jwt}` };
  const { body } = await call('POST', sessionsPath(order), {
    headers,
    body: { payment_method_id: methodOf(store) },
  });
  return {
    order: order.id,
    method: methodOf(store),
    session: body.id as string,
    cart: order.cart_id,
    collection: cartIdOf(order.id, 'pay_col'),
    region: store.region_id,
  };
}

async function aCapturedPayment(ids: Record<string, string>): Promise<string> {
  const { store } = world;
  const jwt = { authorization: `Bearer ${store.customer.jwt}` };
  const completed = await call(
    'PATCH',
    `/api/v3/store/orders/${ids['order']}/payment_sessions/${ids['session']}/complete`,
    {
      headers: { 'x-spree-api-key': store.publishable_key, ...jwt },
      body: {},
    },
  );
  const payment = cartIdOf(`or_${(completed.body.payment.id as string).slice(3)}`, 'pay');
  await call('POST', `/admin/payments/${payment}/capture`, {
    headers: { authorization: `Bearer ${store.admin.jwt}` },
    body: { amount: 50 },
  });
  return payment;
}

const fill = (text: string, ids: Record<string, string>): string =>
  text.replace(/:([a-z]+)/g, (all, name: string) => ids[name] ?? all);

/** A token that says all that a right one says but for `change`. */
function forged(
  jwt: string,
  change: (claims: Json) => Json,
  header: Json = { alg: 'HS256', typ: 'JWT' },
  secret = 'not the secret',
): string {
  const claims = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());
  const encode = (value: Json): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${encode(header)}.${encode(change(claims))}`;
  if (header.alg === 'none') return `${signed}.`;
  const hash = header.alg === 'HS512' ? 'sha512' : 'sha256';
  return `${signed}.${createHmac(hash, secret).update(signed).digest('base64url')}`;
}

const { JWT_SECRET = '' } = serverEnv;
const same = (claims: Json): Json => claims;
const expired = (jwt: string): string =>
  forged(jwt, (claims) => ({ ...claims, exp: Math.floor(Date.now() / 1000) - 1 }), undefined, JWT_SECRET);
const unsigned = (jwt: string): string => forged(jwt, same, { alg: 'none', typ: 'JWT' });
const otherAlgorithm = (jwt: string): string => forged(jwt, same, { alg: 'HS512', typ: 'JWT' }, JWT_SECRET);

/** A right token of the same store, of somebody else. */
const another = (jwt: string): string =>
  forged(
    jwt,
    (claims) => ({ ...claims, sub: '01a1fc02-0000-7000-8000-000000000001' }),
    undefined,
    JWT_SECRET,
  );

const bearer = (jwt: string): Record<string, string> => ({ authorization: `Bearer ${jwt}` });

async function storeHeaders(
  caller: (typeof SPREE)[number],
  keyHeader: string,
): Promise<Record<string, string>> {
  const { store, other, revoked } = world;
  const key = { [keyHeader]: store.publishable_key };
  const own = store.customer.jwt;
  switch (caller) {
    case 'nobody':
      return {};
    case 'wrong':
      return { ...bearer(own), [keyHeader]: `pk_${'0'.repeat(64)}` };
    case 'revoked':
      return { ...bearer(own), [keyHeader]: revoked };
    case 'other store':
      return { ...bearer(own), [keyHeader]: other.publishable_key };
    case 'pk':
      return key;
    case 'other token':
      return { ...key, ...(keyHeader === 'x-spree-api-key' && asGuest(store, await anOrder(store))) };
    case 'other customer':
      return { ...key, ...bearer(another(own)) };
    case 'expired':
      return { ...key, ...bearer(expired(own)) };
    case 'none':
      return { ...key, ...bearer(unsigned(own)) };
    case 'HS512':
      return { ...key, ...bearer(otherAlgorithm(own)) };
    case 'owner':
      return { ...key, ...bearer(own) };
  }
}

function adminHeaders(caller: (typeof ADMIN)[number], inSpree: boolean): Record<string, string> {
  const { store, other } = world;
  const key = (token: string): Record<string, string> =>
    inSpree
      ? { 'x-spree-api-key': token }
      : { authorization: `Basic ${Buffer.from(`${token}:`).toString('base64')}` };
  switch (caller) {
    case 'nobody':
      return {};
    case 'wrong':
      return key(`sk_${'0'.repeat(64)}`);
    case 'pk':
      return key(store.publishable_key);
    case 'customer':
      return bearer(store.customer.jwt);
    case 'expired':
      return bearer(expired(store.admin.jwt));
    case 'none':
      return bearer(unsigned(store.admin.jwt));
    case 'HS512':
      return bearer(otherAlgorithm(store.admin.jwt));
    case 'other admin':
      return bearer(other.admin.jwt);
    case 'secret':
      return key(store.secret_key);
    case 'admin':
      return bearer(store.admin.jwt);
  }
}

/** Rows of an order, to see that a refused request has written nothing. */
async function rowsOf(order: string): Promise<Json> {
  const { rows } = await database().query(
    `SELECT (SELECT json_agg(s ORDER BY s.id) FROM payment_sessions s WHERE s.order_id = $1) AS sessions,
       (SELECT json_agg(o) FROM orders o WHERE o.id = $1) AS orders, (SELECT json_agg(p) FROM payments p WHERE p.order_id = $1) AS payments`,
    [uuidOf(order)],
  );
  return rows[0];
}

async function expectStatus(
  row: Row,
  status: number,
  headers: Record<string, string>,
  ids: Record<string, string>,
): Promise<void> {
  const [method, path, body] = row;
  const before = await rowsOf(ids['order'] ?? '');
  const reply = await call(method, fill(path, ids), {
    headers,
    body: body && fill(JSON.stringify(body), ids),
  });
  expect([
    reply.status,
    reply.status < 400 ? '' : (reply.text.match(/at \w+|SELECT|node_modules/) ?? ''),
  ]).toEqual([status, '']);
  if (status >= 400) expect(await rowsOf(ids['order'] ?? '')).toEqual(before);
}

describe.each([...SPREE_ROUTES, ...MEDUSA_ROUTES])('%s %s', (...args) => {
  const row = args as unknown as Row;
  it.each(SPREE.map((caller, i) => [caller, row[3 + i] as number] as const))(
    '%s gets %i',
    async (caller, status) => {
      const keyHeader = row[1].startsWith('/api/v3') ? 'x-spree-api-key' : 'x-publishable-api-key';
      await expectStatus(row, status, await storeHeaders(caller, keyHeader), await anOwnedOrder());
    },
  );
});

describe.each(ADMIN_ROUTES)('%s %s', (...args) => {
  const row = args as unknown as Row;
  it.each(ADMIN.map((caller, i) => [caller, row[3 + i] as number] as const))(
    '%s gets %i',
    async (caller, status) => {
      const ids = await anOwnedOrder();
      if (row[1].includes(':payment')) ids['payment'] = await aCapturedPayment(ids);
      await expectStatus(row, status, adminHeaders(caller, row[1].startsWith('/api/v3')), ids);
    },
  );
});

it('a guest’s token opens its own order and no other', async () => {
  const [mine, theirs] = [await anOrder(world.store), await anOrder(world.store)];
  const ask = (order: { id: string }, token: string): Promise<Json> =>
    call('GET', `/api/v3/store/orders/${order.id}`, { headers: asGuest(world.store, { token }) });
  expect((await ask(mine, mine.token)).status).toBe(200);
  const wrong = [theirs.token, mine.token.slice(0, -2) + 'AA', '', 'x'.repeat(5000)];
  expect(await Promise.all(wrong.map(async (token) => (await ask(mine, token)).status))).toEqual([
    404, 404, 404, 404,
  ]);
});

it('a session of one order is not found under another, nor in another store', async () => {
  const [mine, theirs] = [await anOrder(world.store), await anOrder(world.store)];
  const body = { payment_method_id: methodOf(world.store) };
  const session = (await call('POST', sessionsPath(mine), { headers: asGuest(world.store, mine), body }))
    .body;
  const under = await call('GET', sessionsPath(theirs, `/${session.id as string}`), {
    headers: asGuest(world.store, theirs),
  });
  expect([under.status, under.body.error.message]).toEqual([404, 'Payment session not found']);
});

it('a customer of another store is nobody here', async () => {
  const { order } = await anOwnedOrder();
  const headers = { 'x-spree-api-key': world.store.publishable_key, ...bearer(world.other.customer.jwt) };
  expect((await call('GET', `/api/v3/store/orders/${order}`, { headers })).status).toBe(404);
});

it('a secret key as Bearer is refused in Medusa’s admin', async () => {
  const reply = await call('POST', '/admin/payments/pay_x/capture', {
    headers: bearer(world.store.secret_key),
    body: {},
  });
  expect([reply.status, reply.body]).toEqual([401, { message: 'Unauthorized' }]);
});

it('every route of the server is in this table', async () => {
  const documents = await Promise.all(
    ['spree-store', 'medusa-store', 'admin'].map((name) => call('GET', `/docs/${name}/openapi.json`)),
  );
  const served = documents.flatMap(({ body }) =>
    Object.entries(body.paths as Record<string, Json>).flatMap(([path, verbs]) =>
      Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${path}`),
    ),
  );
  const tested = [...SPREE_ROUTES, ...MEDUSA_ROUTES, ...ADMIN_ROUTES].map(
    ([method, path]) => `${method} ${path.replace(/\?.*/, '')}`,
  );
  const shape = (route: string): string => route.replace(/\{\w+\}|:\w+/g, '*');
  expect(served.map(shape).sort()).toEqual(tested.map(shape).sort());
});
