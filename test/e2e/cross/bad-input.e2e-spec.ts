import {
  anOrder,
  asAdmin,
  asGuest,
  asOrderSystem,
  asShopper,
  call,
  collectionPath,
  methodOf,
  sessionsPath,
  type Json,
  type Reply,
} from '../../support/http';
import { uuidOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import { aStore, database, type OrderMade, type StoreMade } from '../../support/tandem';

let store: StoreMade;
let other: StoreMade;
let order: OrderMade;

beforeAll(async () => {
  [store, other] = [await aStore(), await aStore()];
  order = await anOrder(store);
});
afterAll(() => expectInvariants(order));

const spree = (body: unknown, path = sessionsPath(order)): Promise<Reply> =>
  call('POST', path, { headers: asGuest(store, order), body });
const medusa = (body: unknown, path = collectionPath(order)): Promise<Reply> =>
  call('POST', path, { headers: asShopper(store), body });
const session = (more: Json): Json => ({ payment_method_id: methodOf(store), ...more });

/** Expects a clear error in its dialect that exposes no internals and wrote nothing. */
async function expectRefused(send: () => Promise<Reply>, status: number, code: string): Promise<Reply> {
  const reply = await send();
  const errorCode = reply.body?.error?.code ?? reply.body?.type;
  expect([reply.status, errorCode]).toEqual([status, code]);
  expect(reply.text).not.toMatch(/node_modules|\bat \w+ \(|SELECT |INSERT |QueryFailed|<html/i);
  const { rows } = await database().query('SELECT 1 FROM payment_sessions WHERE order_id = $1', [
    uuidOf(order.id),
  ]);
  expect(rows).toHaveLength(0);
  return reply;
}

const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

const SPREE: readonly [string, () => unknown, number, string][] = [
  ['bad JSON', () => '{bad', 400, 'invalid_request'],
  ['JSON that is not an object', () => '[1]', 400, 'invalid_request'],
  ['a body of text', () => '"text"', 400, 'invalid_request'],
  ['no body', () => undefined, 404, 'record_not_found'],
  ['an empty body', () => ({}), 404, 'record_not_found'],
  ['amount abc', () => session({ amount: 'abc' }), 422, 'validation_error'],
  ['amount -1', () => session({ amount: '-1' }), 422, 'validation_error'],
  ['amount 0', () => session({ amount: '0' }), 422, 'validation_error'],
  ['amount 0 as a number', () => session({ amount: 0 }), 422, 'validation_error'],
  ['amount 10.001', () => session({ amount: '10.001' }), 422, 'validation_error'],
  ['amount 10^30', () => session({ amount: `1${'0'.repeat(30)}` }), 422, 'validation_error'],
  ['amount 1e30', () => session({ amount: 1e30 }), 422, 'validation_error'],
  ['amount NaN', () => session({ amount: 'NaN' }), 422, 'validation_error'],
  ['amount of 90,000 digits', () => session({ amount: '9'.repeat(90_000) }), 422, 'validation_error'],
  ['amount as an object', () => session({ amount: { $gt: 1 } }), 422, 'validation_error'],
  ['amount over what is outstanding', () => session({ amount: '110.01' }), 422, 'validation_error'],
  ['external_data as text', () => session({ external_data: 'x' }), 422, 'validation_error'],
  [
    'an unknown payment method',
    () => session({ payment_method_id: 'pm_1111111111111111111111' }),
    404,
    'record_not_found',
  ],
  [
    'another store’s payment method',
    () => session({ payment_method_id: methodOf(other) }),
    404,
    'record_not_found',
  ],
  [
    'a method id with another prefix',
    () => session({ payment_method_id: order.id }),
    404,
    'record_not_found',
  ],
  ['a number as the method id', () => session({ payment_method_id: 5 }), 422, 'validation_error'],
  [
    'a card number in external_data',
    () => session({ external_data: { pan: '4242 4242 4242 4242' } }),
    422,
    'validation_error',
  ],
  [
    'a body over 100 KiB',
    () => session({ external_data: { a: 'x'.repeat(102_400) } }),
    413,
    'request_too_large',
  ],
  ['deep JSON', () => `{"payment_method_id":"x","external_data":${deep(5000)}}`, 400, 'invalid_request'],
  ['a NUL character', () => session({ external_data: { a: 'x\0y' } }), 400, 'invalid_request'],
  ['a NUL character in a key', () => session({ external_data: { 'a\0': 1 } }), 400, 'invalid_request'],
  ['a lone surrogate', () => session({ external_data: { a: '\ud83d' } }), 400, 'invalid_request'],
  ['__proto__', () => '{"external_data":{"__proto__":{"admin":true}}}', 400, 'invalid_request'],
];

it.each(SPREE)('Spree: %s is refused and writes nothing', async (_, body, status, code) => {
  await expectRefused(() => spree(body()), status, code);
});

const MEDUSA: readonly [string, () => unknown, number, string, string][] = [
  ['bad JSON', () => '{bad', 400, 'invalid_data', "Expected property name or '}' in JSON at position 1"],
  ['no body', () => undefined, 400, 'invalid_data', "Invalid request: Field 'provider_id' is required"],
  [
    'a number as the provider',
    () => ({ provider_id: 5 }),
    400,
    'invalid_data',
    "Invalid request: Expected type: 'string' for field 'provider_id', got: '5'",
  ],
  [
    'an unknown property',
    () => ({ provider_id: 'x', amount: 5 }),
    400,
    'invalid_data',
    "Invalid request: Unrecognized fields: 'amount'",
  ],
  [
    'data as text',
    () => ({ provider_id: 'x', data: 'y' }),
    400,
    'invalid_data',
    "Invalid request: Expected type: 'object' for field 'data', got: 'y'",
  ],
  [
    'a body over 100 KiB',
    () => ({ provider_id: 'x'.repeat(102_400) }),
    413,
    'invalid_data',
    'Request body too large',
  ],
  [
    'deep JSON',
    () => `{"provider_id":"x","data":${deep(5000)}}`,
    400,
    'invalid_data',
    'The request body is nested too deeply',
  ],
  [
    'a NUL character',
    () => ({ provider_id: 'pp_\0' }),
    400,
    'invalid_data',
    'The request contains a NUL character',
  ],
  [
    'a lone surrogate',
    () => ({ provider_id: 'pp_bogus_default', data: { n: '\ude00' } }),
    400,
    'invalid_data',
    'The request contains half a surrogate pair',
  ],
  [
    'a card number',
    () => ({ provider_id: 'pp_system_default', data: { n: 4242424242424242 } }),
    400,
    'invalid_data',
    'Data must not contain a card number',
  ],
];

it.each(MEDUSA)('Medusa: %s is refused with Medusa’s message and writes nothing', async (...row) => {
  const [, body, status, type, message] = row;
  const reply = await expectRefused(() => medusa(body()), status, type);
  expect(reply.body.message).toBe(message);
});

it('Medusa: the error for a provider that is not enabled names it and the cart’s region', async () => {
  const reply = await expectRefused(() => medusa({ provider_id: 'pp_nope_nope' }), 400, 'invalid_data');
  expect(reply.body.message).toBe(
    `Payment provider pp_nope_nope is not enabled in the cart's region ${store.region_id}.`,
  );
});

it.each([
  'or_nope',
  'or_1111111111111111111111',
  'ps_1111111111111111111111',
  'R000000000',
  '%00',
  "'; DROP TABLE orders--",
  'x'.repeat(3000),
])('Spree: the order id %s is not found', async (id) => {
  const reply = await spree(
    session({}),
    `/api/v3/store/orders/${encodeURIComponent(id).replace('%2500', '%00')}/payment_sessions`,
  );
  expect([400, 404]).toContain(reply.status);
  expect(['order_not_found', 'invalid_request']).toContain(reply.body.error.code);
});

it.each([
  'pay_col_nope',
  'pay_col_7ZZZZZZZZZZZZZZZZZZZZZZZZZ',
  'cart_01M7XQVPQE1WS3DR96RDAEJEHC',
  'pay_col_01M7XQVPQE1WS3DR96RDAEJEHC',
])('Medusa: the collection id %s is not found, and the error names it', async (id) => {
  const reply = await medusa(
    { provider_id: 'pp_bogus_default' },
    `/store/payment-collections/${id}/payment-sessions`,
  );
  expect([reply.status, reply.body]).toEqual([
    404,
    { type: 'not_found', message: `PaymentCollection with id: ${id} was not found` },
  ]);
});

it('an inactive payment method opens no session, in either dialect', async () => {
  const third = await aStore();
  await database().query(
    `UPDATE payment_methods SET active = false WHERE provider_id = 'pp_bogus_default' AND store_id =
    (SELECT store_id FROM api_keys WHERE token = $1)`,
    [third.publishable_key],
  );
  const headers = asGuest(third, third.order);
  const made = await call('POST', sessionsPath(third.order), {
    headers,
    body: { payment_method_id: methodOf(third) },
  });
  expect([made.status, made.body.error.code]).toEqual([404, 'record_not_found']);
  const theirs = await call('POST', collectionPath(third.order), {
    headers: asShopper(third),
    body: { provider_id: 'pp_bogus_default' },
  });
  expect([theirs.status, theirs.body.type]).toEqual([400, 'invalid_data']);
});

it('a session for a canceled order is refused, in either dialect', async () => {
  const canceled = await anOrder(store);
  await database().query(`UPDATE orders SET state = 'canceled', canceled_at = now() WHERE id = $1`, [
    uuidOf(canceled.id),
  ]);
  const made = await call('POST', sessionsPath(canceled), {
    headers: asGuest(store, canceled),
    body: session({}),
  });
  expect([made.status, made.body.error.code]).toEqual([422, 'order_invalid_state']);
  const theirs = await medusa({ provider_id: 'pp_bogus_default' }, collectionPath(canceled));
  expect([theirs.status, theirs.body.type]).toEqual([400, 'not_allowed']);
});

it.each([
  { amount: 'abc' },
  { amount: -5 },
  { amount: 0 },
  { amount: 10.001 },
  { amount: 1e30 },
  { amount: null },
  { amount: [] },
])('Medusa: a capture of %j is refused', async (body) => {
  const reply = await call('POST', '/admin/payments/pay_01M7XQVPQE1WS3DR96RDAEJEHC/capture', {
    headers: asAdmin(store),
    body,
  });
  expect([400, 404]).toContain(reply.status);
});

it('an unknown route gets a JSON error in the dialect of its path', async () => {
  expect((await call('GET', '/api/v3/store/nope')).body.error.code).toBe('record_not_found');
  expect((await call('DELETE', collectionPath(order))).body.type).toBe('not_found');
});

it.each([
  ['/store/carts', () => asShopper(store), { items: [[]] }, 400],
  ['/api/v3/store/carts', () => ({ 'x-spree-api-key': store.publishable_key }), { items: [[]] }, 422],
  ['/api/v3/admin/orders', () => asOrderSystem(store), { currency: 'USD', items: [[]] }, 422],
])('%s refuses a list where a line item is expected', async (path, headers, body, status) => {
  const reply = await call('POST', path, { headers: headers(), body });
  expect([reply.status, reply.text]).toEqual([status, expect.stringContaining('items')]);
});

it('Spree: an address with a null country is refused, because it has none', async () => {
  const reply = await call('PATCH', `/api/v3/store/carts/cart_${order.id.slice(3)}`, {
    headers: asGuest(store, order),
    body: { shipping_address: { first_name: 'Ada', country_iso: null } },
  });
  expect([reply.status, reply.text]).toEqual([422, expect.stringContaining('country_iso')]);
});

it.each([
  ['GET', '/api/v3/store/orders/or_x/payment_sessions/ps_x', () => asGuest(store, order), 'order_not_found'],
  [
    'PATCH',
    '/api/v3/store/orders/or_x/payment_sessions/ps_x/complete',
    () => asGuest(store, order),
    'order_not_found',
  ],
  ['DELETE', '/api/v3/store/carts/cart_x/gift_cards/gc_x', () => asGuest(store, order), 'cart_not_found'],
  ['GET', '/api/v3/admin/orders/or_x/payments/py_x', () => asOrderSystem(store), 'order_not_found'],
  ['PATCH', '/api/v3/admin/orders/or_x/payments/py_x/capture', () => asOrderSystem(store), 'order_not_found'],
])(
  '%s %s: with two malformed ids, the error names the first in the path',
  async (method, path, headers, code) => {
    const reply = await call(method, path, { headers: headers() });
    expect([reply.status, reply.body.error.code]).toEqual([404, code]);
  },
);
