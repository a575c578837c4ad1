import { anOrder, asOrderSystem, call } from '../../support/http';
import { asStaff, aVariant } from '../../support/spree';
import { aStore, database, type StoreMade } from '../../support/tandem';

// Properties that Spree documents in an admin body and Tandem does not support are 422, and nothing is written: ignoring one
// could make the request do something other than intended.

const item = { name: 'x', quantity: 1, price: '1' };
const price = { currency: 'USD', amount: '1' };

/** A route, a body that it accepts, and the properties it refuses in addition; `*` is the id of a record of the store. */
const REFUSED: readonly [method: string, path: string, body: Record<string, unknown>, refused: string][] = [
  [
    'POST',
    '/api_keys',
    { name: 'x', key_type: 'publishable' },
    'channel_id expires_at token plaintext_token',
  ],
  ['PATCH', '/api_keys/*', { name: 'x' }, 'key_type scopes channel_id expires_at revoked_at'],
  ['POST', '/webhook_endpoints', { url: 'http://127.0.0.1:9/' }, 'secret secret_key disabled_reason'],
  ['PATCH', '/webhook_endpoints/*', { active: false }, 'secret_key disabled_at'],
  [
    'POST',
    '/orders',
    { currency: 'USD', items: [item] },
    'ship_address bill_address shipping_address billing_address',
  ],
  [
    'POST',
    '/orders',
    { currency: 'USD', items: [item] },
    'customer_note internal_note user_id coupon_code market_id',
  ],
  ['POST', '/orders/*/refunds', { payment_id: 'py_x', amount: '1' }, 'reason note currency metadata'],
  ['PATCH', '/orders/*/payments/py_x/capture', { amount: '1' }, 'currency'],
  ['POST', '/gift_cards', { amount: '1', currency: 'USD' }, 'user_id expires batch_id state'],
  ['POST', '/customers/*/store_credits', { amount: '1', currency: 'USD' }, 'expires_at category_id metadata'],
  [
    'POST',
    '/customers',
    { email: 'refused@example.com' },
    'tags internal_note addresses bill_address ship_address',
  ],
  ['PATCH', '/customers/*', { first_name: 'x' }, 'tags internal_note customer_group_ids'],
  [
    'POST',
    '/variants',
    { name: 'x' },
    'price currency compare_at_price track_inventory discontinue_on product_id',
  ],
  ['PATCH', '/variants/*', { name: 'x' }, 'price available_on'],
  ['POST', '/payment_methods', { type: 'pp_bogus_default', name: 'x' }, 'display_on store_ids'],
  ['PATCH', '/payment_methods/*', { name: 'x' }, 'type display_on'],
];

/** The same in list items. */
const REFUSED_INSIDE = [
  ['/orders', { currency: 'USD', items: [{ ...item, variant_id: 'variant_x' }] }, 'items.0.variant_id'],
  ['/orders', { currency: 'USD', items: [item, { ...item, metadata: {} }] }, 'items.1.metadata'],
  ['/variants', { name: 'x', prices: [{ ...price, compare_at_amount: '2' }] }, 'prices.0.compare_at_amount'],
  ['/variants', { name: 'x', prices: [{ ...price, min_quantity: 5 }] }, 'prices.0.min_quantity'],
] as const;

/** Two names of one property with contradicting values. */
const CONTRADICTIONS = [
  [
    '/payment_methods',
    { type: 'pp_bogus_default', name: 'x', auto_capture: true, capture_method: 'manual' },
    'capture_method',
  ],
  [
    '/payment_methods',
    { type: 'pp_bogus_default', name: 'x', auto_capture: false, capture_method: 'automatic' },
    'capture_method',
  ],
  [
    '/webhook_endpoints',
    { url: 'http://127.0.0.1:9/', subscriptions: ['*'], events: ['order.*'] },
    'subscriptions',
  ],
] as const;

let store: StoreMade;
let ids: Record<string, string>;

beforeAll(async () => {
  store = await aStore();
  ids = {
    api_keys: (await asStaff(store, 'POST', '/api_keys', { name: 'x', key_type: 'publishable' })).id,
    webhook_endpoints: (await asStaff(store, 'POST', '/webhook_endpoints', { url: 'http://127.0.0.1:9/' }))
      .id,
    orders: (await anOrder(store)).id,
    customers: store.customer.id,
    variants: await aVariant(store),
    payment_methods: store.payment_methods[0]?.id ?? '',
  };
});

const written = async (): Promise<unknown> =>
  (
    await database().query(
      [
        'api_keys',
        'webhook_endpoints',
        'orders',
        'gift_cards',
        'store_credits',
        'customers',
        'variants',
        'payment_methods',
      ]
        .map(
          (table) => `SELECT '${table}', count(*), max(xmin::text::bigint) FROM ${table}
            WHERE store_id = (SELECT store_id FROM api_keys WHERE token = $1)`,
        )
        .join(' UNION ALL '),
      [store.publishable_key],
    )
  ).rows;

async function expectRefused(method: string, path: string, body: object, field: string): Promise<void> {
  const before = await written();
  const reply = await call(method, `/api/v3/admin${path}`, { headers: asOrderSystem(store), body });
  expect([reply.status, reply.body.error?.code, Object.keys(reply.body.error?.details ?? {})]).toEqual([
    422,
    'validation_error',
    [field],
  ]);
  expect(await written()).toEqual(before);
}

const CASES = REFUSED.flatMap(([method, path, body, refused]) =>
  refused.split(' ').map((property) => [method, path, property, body] as const),
);

it.each(CASES)('%s %s with %s is refused', async (method, path, property, body) => {
  const own = path.replace(/^\/(\w+)\/\*/, (_, kind: string) => `/${kind}/${ids[kind] ?? ''}`);
  await expectRefused(method, own, { ...body, [property]: 'x' }, property);
  // null is treated as absent.
  const left = await call(method, `/api/v3/admin${own}`, {
    headers: asOrderSystem(store),
    body: { ...body, [property]: null },
  });
  expect(JSON.stringify(left.body)).not.toContain('cannot be set here');
});

it.each(REFUSED_INSIDE)('POST %s %j is refused for %s', (path, body, field) =>
  expectRefused('POST', path, body, field),
);

it.each(CONTRADICTIONS)(
  'POST %s %j is refused for %s, which contradicts its other name',
  (path, body, field) => expectRefused('POST', path, body, field),
);
