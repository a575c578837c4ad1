import { anOrder, asGuest, asOrderSystem, asShopper, byKey, call, type Json } from '../../support/http';
import { aStore, type OrderMade, type StoreMade } from '../../support/tandem';

// Callers are recognized however the header is written, and no error repeats a card number that was sent.

let store: StoreMade;
let order: OrderMade;

beforeAll(async () => {
  store = await aStore();
  order = await anOrder(store);
});

const SCHEMES = ['Bearer ', 'bearer ', 'BEARER ', 'Bearer  '];

describe.each(SCHEMES)('a token after %j', (scheme) => {
  const withToken = (jwt: string): Record<string, string> => ({ authorization: scheme + jwt });

  it('authenticates its admin or customer in either dialect', async () => {
    for (const path of ['/admin/orders', '/api/v3/admin/orders'])
      expect((await call('GET', path, { headers: withToken(store.admin.jwt) })).status).toBe(200);
    const customer = withToken(store.customer.jwt);
    const key = { 'x-spree-api-key': store.publishable_key, ...asShopper(store) };
    for (const path of ['/store/customers/me', '/api/v3/store/customers/me'])
      expect((await call('GET', path, { headers: { ...key, ...customer } })).status).toBe(200);
    const cart = await call('POST', '/store/carts', { headers: { ...key, ...customer }, body: {} });
    expect(cart.body.cart.customer_id).not.toBeNull();
  });

  it('is checked even if a secret key is sent too', async () => {
    for (const jwt of ['x.y.z', store.customer.jwt]) {
      const headers = { ...asOrderSystem(store), ...withToken(jwt) };
      expect((await call('GET', '/api/v3/admin/orders', { headers })).status).toBe(401);
    }
    const { status, body } = await call('GET', '/admin/orders', { headers: withToken(store.secret_key) });
    expect([status, body.message]).toEqual([401, expect.stringContaining('passed as a Bearer token')]);
  });
});

it.each(['Basic', 'basic', 'BASIC'])(
  'a secret key after %s is accepted by Medusa’s admin API',
  async (scheme) => {
    const [, key = ''] = (byKey(store.secret_key, '/admin')['authorization'] ?? '').split(' ');
    expect(
      (await call('GET', '/admin/orders', { headers: { authorization: `${scheme} ${key}` } })).status,
    ).toBe(200);
  },
);

it.each([
  ['x-spree-order-token', { 'x-spree-order-token': 'TOKEN' }],
  ['x-spree-token', { 'x-spree-token': 'TOKEN' }],
  [
    'x-spree-token, with a blank x-spree-order-token',
    { 'x-spree-order-token': ' ', 'x-spree-token': 'TOKEN' },
  ],
])('an order’s token is read from %s', async (_, named) => {
  const headers: Record<string, string> = { 'x-spree-api-key': store.publishable_key };
  for (const [name, value] of Object.entries(named)) headers[name] = value.replace('TOKEN', order.token);
  expect((await call('GET', `/api/v3/store/orders/${order.id}`, { headers })).status).toBe(200);
});

it('an order token in another place or in other case is not accepted', async () => {
  const path = `/api/v3/store/orders/${order.id}`;
  const key = { 'x-spree-api-key': store.publishable_key };
  const { token } = order;
  for (const [query, headers] of [
    [`?order_token=${token}`, {}],
    [`?token=${token}`, {}],
    ['', { 'x-spree-order-token': token.toLowerCase() }],
    ['', { 'x-spree-order-token': `${token}, ${token}` }],
    ['', { cookie: `token=${token}` }],
  ] as const)
    expect((await call('GET', path + query, { headers: { ...key, ...headers } })).status).toBe(404);
});

const CARD = '4242424242424242';
const CARD_NUMBERS: readonly [string, string, () => Record<string, string>, Json][] = [
  ['POST', '/store/carts', () => asShopper(store), { region_id: CARD }],
  ['POST', '/store/carts', () => asShopper(store), { sales_channel_id: CARD }],
  ['POST', '/store/carts', () => asShopper(store), { items: [{ variant_id: CARD, quantity: 1 }] }],
  ['POST', '/store/payment-collections', () => asShopper(store), { cart_id: CARD }],
  ['GET', `/store/carts/${CARD}`, () => asShopper(store), undefined],
  ['GET', `/admin/orders/${CARD}`, () => byKey(store.secret_key, ''), undefined],
  ['GET', `/admin/orders?order=${CARD}`, () => byKey(store.secret_key, ''), undefined],
  ['GET', `/${CARD}`, () => ({}), undefined],
  ['POST', '/api/v3/store/carts', () => asGuest(store, order), { currency: CARD }],
  ['GET', `/api/v3/store/orders/${CARD}`, () => asGuest(store, order), undefined],
];
it.each(CARD_NUMBERS)(
  '%s %s does not repeat a card number in its error',
  async (method, path, headers, body) => {
    const reply = await call(method, path, { headers: headers(), body });
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.text).not.toContain(CARD);
  },
);

it.each(['is_enabled', 'id', 'created_at'])(
  'a filter %s whose operators are names of built-in functions is refused',
  async (name) => {
    const query = ['toString', 'valueOf', 'toJSON'].map((key) => `${name}[${key}]=1`).join('&');
    for (const path of [
      '/admin/payments/payment-providers',
      '/admin/payments',
      '/admin/customers?has_account[toString]=1',
    ]) {
      const url = `${path}${path.includes('?') ? '&' : '?'}${query}`;
      const reply = await call('GET', url, { headers: byKey(store.secret_key, '') });
      expect([url, reply.status]).toEqual([url, 400]);
    }
  },
);

const FUNCTIONS = Object.getOwnPropertyNames(Object.prototype);
it('a property named like a member of Object.prototype is refused, not dropped', async () => {
  for (const name of FUNCTIONS) {
    const spree = { headers: asOrderSystem(store), body: `{"metadata":{"${name}":1}}` };
    expect((await call('POST', '/api/v3/admin/orders', spree)).body.error.code).toBe('invalid_request');
    const medusa = { headers: asShopper(store), body: `{"${name}":1}` };
    expect((await call('POST', '/store/carts', medusa)).status).toBe(400);
    // The query parser drops __proto__ itself.
    if (name === '__proto__') continue;
    const list = await call('GET', `/admin/orders?${name}=1`, { headers: byKey(store.secret_key, '') });
    expect([list.status, list.body.message]).toEqual([
      400,
      `Invalid request: Unrecognized fields: '${name}'`,
    ]);
    const theirs = await call('GET', `/api/v3/admin/orders?q[${name}]=1`, { headers: asOrderSystem(store) });
    expect([theirs.status, theirs.body.error.code]).toEqual([422, 'validation_error']);
  }
});
