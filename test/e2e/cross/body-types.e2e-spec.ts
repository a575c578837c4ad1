import { gzipSync } from 'node:zlib';
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
} from '../../support/http';
import { spreeIdOf, uuidOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import { captured, paymentRows } from '../../support/medusa-admin';
import { rawCall, type RawReply } from '../../support/raw-http';
import { aStore, database, type OrderMade, type StoreMade } from '../../support/tandem';

// A body that is not JSON is refused before anything runs, so that no request runs as if it had no body.

type Headers_ = Record<string, string>;

interface Sent {
  readonly type: readonly string[];
  readonly body: Buffer | readonly Buffer[] | null;
}

let store: StoreMade;
let order: OrderMade;
let payment: string;

beforeAll(async () => {
  store = await aStore();
  order = await anOrder(store);
  payment = await captured(store, order, { amount: 100 });
});
afterAll(() => expectInvariants(order));

const JSON_TYPE = ['content-type', 'application/json'];
const FORM = 'application/x-www-form-urlencoded';
const bytes = (body: unknown): Buffer => Buffer.from(JSON.stringify(body));

const send = (method: string, path: string, headers: Headers_, { type, body }: Sent): Promise<RawReply> =>
  rawCall(method, path, { headers: [...Object.entries(headers).flat(), ...type], body });

const SPREE_REFUSED = [415, 'unsupported_media_type'];
const MEDUSA_REFUSED = [400, 'invalid_data'];
const errorOf = ({ status, body }: RawReply): unknown[] => [status, body?.error?.code ?? body?.type];

/** Everything that a request could change, and the claimed idempotency keys. */
async function databaseState(): Promise<unknown> {
  const counts = `SELECT
    (SELECT count(*) FROM payment_sessions WHERE order_id = $1) AS sessions,
    (SELECT json_agg(p ORDER BY id) FROM payments p WHERE order_id = $1) AS payments,
    (SELECT count(*) FROM provider_operations WHERE order_id = $1) AS operations,
    (SELECT count(*) FROM idempotency_keys WHERE store_id = o.store_id) AS keys,
    (SELECT count(*) FROM store_credits WHERE store_id = o.store_id) AS credits,
    (SELECT json_agg(k ORDER BY id) FROM api_keys k WHERE store_id = o.store_id) AS api_keys
    FROM orders o WHERE id = $1`;
  return (await database().query(counts, [uuidOf(order.id)])).rows[0];
}

const A = '/api/v3/admin';
const spreePayment = (rest: string): string =>
  `${A}/orders/${order.id}/payments/${spreeIdOf('py', payment)}${rest}`;

// Without its body, each of these would move more money or do more.
const ROUTES: readonly [string, string, () => string, () => Headers_, unknown, unknown[]][] = [
  [
    'Medusa: refund',
    'POST',
    () => `/admin/payments/${payment}/refund`,
    () => asAdmin(store, 'k'),
    { amount: 5 },
    MEDUSA_REFUSED,
  ],
  [
    'Medusa: capture',
    'POST',
    () => `/admin/payments/${payment}/capture`,
    () => asAdmin(store, 'k'),
    { amount: 5 },
    MEDUSA_REFUSED,
  ],
  [
    'Medusa: session',
    'POST',
    () => collectionPath(order),
    () => asShopper(store, 'k'),
    { provider_id: 'pp_bogus_default' },
    MEDUSA_REFUSED,
  ],
  [
    'Medusa: revocation of a key',
    'POST',
    () => `/admin/api-keys/apk_1/revoke`,
    () => asAdmin(store, 'k'),
    { revoke_in: 60 },
    MEDUSA_REFUSED,
  ],
  [
    'Medusa: log-in',
    'POST',
    () => '/auth/user/emailpass',
    () => ({}),
    { email: 'a', password: 'b' },
    MEDUSA_REFUSED,
  ],
  [
    'Medusa: complete',
    'POST',
    () => `/store/carts/${order.cart_id}/complete`,
    () => asShopper(store, 'k'),
    {},
    MEDUSA_REFUSED,
  ],
  [
    'Medusa: deletion',
    'DELETE',
    () => '/admin/refund-reasons/refr_1',
    () => asAdmin(store, 'k'),
    {},
    MEDUSA_REFUSED,
  ],
  ['Medusa: read', 'GET', () => '/admin/payments', () => asAdmin(store), {}, MEDUSA_REFUSED],
  ['Medusa: unknown path', 'POST', () => '/nope', () => ({}), {}, MEDUSA_REFUSED],
  [
    'Spree: refund',
    'POST',
    () => `${A}/orders/${order.id}/refunds`,
    () => asOrderSystem(store, 'k'),
    { payment_id: 'py_1', amount: '5' },
    SPREE_REFUSED,
  ],
  [
    'Spree: capture',
    'PATCH',
    () => spreePayment('/capture'),
    () => asOrderSystem(store, 'k'),
    { amount: '5' },
    SPREE_REFUSED,
  ],
  [
    'Spree: session',
    'POST',
    () => sessionsPath(order),
    () => asGuest(store, order, 'k'),
    { amount: '5' },
    SPREE_REFUSED,
  ],
  [
    'Spree: declining card',
    'PATCH',
    () => sessionsPath(order, '/ps_1/complete'),
    () => asGuest(store, order, 'k'),
    { external_data: { bogus_card: 'declined' } },
    SPREE_REFUSED,
  ],
  [
    'Spree: store credit',
    'POST',
    () => `${A}/customers/${store.customer.id}/store_credits`,
    () => asOrderSystem(store, 'k'),
    { amount: '5', currency: 'USD' },
    SPREE_REFUSED,
  ],
  [
    'Spree: deletion',
    'DELETE',
    () => `${A}/variants/variant_1`,
    () => asOrderSystem(store, 'k'),
    {},
    SPREE_REFUSED,
  ],
  ['Spree: read', 'GET', () => `${A}/orders`, () => asOrderSystem(store), {}, SPREE_REFUSED],
  [
    'Tandem’s own route',
    'POST',
    () => `${A}/payment_events/pe_1/replay`,
    () => asOrderSystem(store, 'k'),
    {},
    SPREE_REFUSED,
  ],
];

it.each(ROUTES)('%s with a body that is not JSON is refused, and writes nothing', async (...row) => {
  const [, method, path, headers, body, refused] = row;
  const before = await databaseState();
  for (const type of [[], ['content-type', 'text/plain'], ['content-type', FORM]]) {
    const replies = [
      await send(method, path(), headers(), { type, body: bytes(body) }),
      await send(method, path(), headers(), { type, body: [bytes(body)] }),
    ];
    expect(replies.map(errorOf)).toEqual([refused, refused]);
  }
  expect(await databaseState()).toEqual(before);
});

const REFUND = { amount: 1 };
const refund = (key: string, type: readonly string[], body: Buffer | readonly Buffer[] | null) =>
  send('POST', `/admin/payments/${payment}/refund`, asAdmin(store, key), { type, body });
const refunded = async (): Promise<number> => Number((await paymentRows(order))[0].refunded);

const REFUSED_TYPES: readonly [string, readonly string[], Buffer | readonly Buffer[]][] = [
  ['no Content-Type', [], bytes(REFUND)],
  ['an empty Content-Type', ['content-type', ''], bytes(REFUND)],
  ['text/plain', ['content-type', 'text/plain'], bytes(REFUND)],
  ['text/json', ['content-type', 'text/json'], bytes(REFUND)],
  ['a form', ['content-type', FORM], Buffer.from('amount=1')],
  ['multipart', ['content-type', 'multipart/form-data; boundary=x'], Buffer.from('--x--')],
  ['octet-stream', ['content-type', 'application/octet-stream'], bytes(REFUND)],
  ['another charset', ['content-type', 'application/json; charset=latin1'], bytes(REFUND)],
  [
    'UTF-16',
    ['content-type', 'application/json; charset=utf-16'],
    Buffer.from(JSON.stringify(REFUND), 'utf16le'),
  ],
  ['a malformed parameter', ['content-type', 'application/json; charset'], bytes(REFUND)],
  ['two types in one header', ['content-type', 'application/json, text/plain'], bytes(REFUND)],
  ['JSON first, then text', [...JSON_TYPE, 'content-type', 'text/plain'], bytes(REFUND)],
  ['text first, then JSON', ['content-type', 'text/plain', ...JSON_TYPE], bytes(REFUND)],
  ['an unknown content encoding', [...JSON_TYPE, 'content-encoding', 'compress'], bytes(REFUND)],
  [
    'two content encodings',
    [...JSON_TYPE, 'content-encoding', 'gzip, gzip'],
    gzipSync(gzipSync(bytes(REFUND))),
  ],
  ['plain text declared as gzip', [...JSON_TYPE, 'content-encoding', 'gzip'], bytes(REFUND)],
  [
    'a truncated gzip body',
    [...JSON_TYPE, 'content-encoding', 'gzip'],
    gzipSync(bytes(REFUND)).subarray(0, 15),
  ],
  ['bytes that are not UTF-8', JSON_TYPE, Buffer.from('{"amount":1,"note":"\u00e9"}', 'latin1')],
  ['chunks without a type', [], [bytes(REFUND)]],
  ['no chunk and no type', [], []],
  ['only white space', JSON_TYPE, Buffer.from(' ')],
  ['a duplicate amount', JSON_TYPE, Buffer.from('{"amount":1,"amount":2}')],
];

it.each(REFUSED_TYPES)(
  '%s is refused, and its idempotency key can still be used',
  async (name, type, body) => {
    const before = [await refunded(), await databaseState()];
    expect(errorOf(await refund(`refused ${name}`, type, body))).toEqual(MEDUSA_REFUSED);
    expect([await refunded(), await databaseState()]).toEqual(before);
    const corrected = await refund(`refused ${name}`, JSON_TYPE, bytes(REFUND));
    expect([corrected.status, await refunded()]).toEqual([200, Number(before[0]) + 100]);
  },
);

const ACCEPTED_TYPES: readonly [string, readonly string[], Buffer | readonly Buffer[]][] = [
  ['capitals', ['Content-Type', 'Application/JSON'], bytes(REFUND)],
  ['charset=utf-8', ['content-type', 'application/json; charset=utf-8'], bytes(REFUND)],
  ['charset=UTF8', ['content-type', 'application/json;charset=UTF8'], bytes(REFUND)],
  ['a suffix', ['content-type', 'application/vnd.api+json'], bytes(REFUND)],
  ['chunks', JSON_TYPE, [bytes(REFUND).subarray(0, 4), bytes(REFUND).subarray(4)]],
  ['zipped', [...JSON_TYPE, 'content-encoding', 'gzip'], gzipSync(bytes(REFUND))],
  ['identity', [...JSON_TYPE, 'content-encoding', 'identity'], bytes(REFUND)],
  ['a byte order mark', JSON_TYPE, Buffer.from(`\uFEFF${JSON.stringify(REFUND)}`)],
];

it.each(ACCEPTED_TYPES)('a JSON body with %s is read', async (name, type, body) => {
  const before = await refunded();
  const reply = await refund(`accepted ${name}`, type, body);
  expect([reply.status, await refunded()]).toEqual([200, before + 100]);
});

it.each<[string, readonly string[], Buffer | readonly Buffer[] | null]>([
  ['neither body nor type', [], null],
  ['a type without a body', ['content-type', 'text/plain'], null],
  ['Content-Length: 0 and any type', ['content-type', 'text/plain'], Buffer.alloc(0)],
  ['Content-Length: 0 and no type', [], Buffer.alloc(0)],
  ['no chunk, of JSON', JSON_TYPE, []],
])('%s counts as no body, which is allowed', async (_, type, body) => {
  const fresh = await anOrder(store);
  const path = `/api/v3/admin/orders/${fresh.id}/cancel`;
  expect((await send('PATCH', path, asOrderSystem(store), { type, body })).status).toBe(200);
});

it('a refused body is never stored under its key, and a key with two JSON bodies is refused', async () => {
  const text = ['content-type', 'text/plain'];
  for (const amount of [1, 2])
    expect(errorOf(await refund('two', text, bytes({ amount })))).toEqual(MEDUSA_REFUSED);
  expect((await refund('two', JSON_TYPE, bytes({ amount: 1 }))).status).toBe(200);
  expect((await refund('two', JSON_TYPE, bytes({ amount: 2 }))).status).toBe(422);
  expect(errorOf(await refund('two', text, bytes({ amount: 1 })))).toEqual(MEDUSA_REFUSED);
});

it('every documented route refuses a body that is not JSON before it authenticates the caller', async () => {
  for (const name of ['spree-store', 'medusa-store', 'admin']) {
    const { body } = await call('GET', `/docs/${name}/openapi.json`);
    const routes = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => [method.toUpperCase(), path] as const),
    );
    expect(routes.length).toBeGreaterThan(10);
    for (const [method, path] of routes.filter(([, at]) => !/^\/(hooks|api\/v3\/webhooks)\//.test(at))) {
      const reply = await send(
        method,
        path.replaceAll(/[{}]/g, ''),
        {},
        { type: [], body: Buffer.from('amount=5') },
      );
      expect([method, path, ...errorOf(reply)]).toEqual([
        method,
        path,
        ...(path.startsWith('/api/v3/') ? SPREE_REFUSED : MEDUSA_REFUSED),
      ]);
    }
  }
});

it.each(['text/plain', FORM, 'application/json', ''])(
  'webhook routes accept the content type %j',
  async (type) => {
    const sent = { type: type === '' ? [] : ['content-type', type], body: Buffer.from('a=b') };
    const reply = await send('POST', '/hooks/payment/system_default', {}, sent);
    expect([reply.status, reply.body]).toEqual([200, 'OK']);
    const path = `/api/v3/webhooks/payments/${methodOf(store)}`;
    expect(errorOf(await send('POST', path, {}, sent))).not.toEqual(SPREE_REFUSED);
  },
);
