import { anOrder, asGuest, asOrderSystem, call, methodOf, sessionsPath, type Json } from '../../support/http';
import { aStore, type StoreMade } from '../../support/tandem';

let store: StoreMade;

beforeAll(async () => {
  store = await aStore();
});

it('an order system creates an order and reads it back, including its token', async () => {
  const body = {
    currency: 'usd',
    email: 'guest@example.com',
    number: `S-${Date.now()}`,
    items: [{ name: 'Tee', sku: 'TEE-M', quantity: 2, price: '55.00' }],
    adjustments: [{ label: 'Shipping', amount: '4.99' }],
    metadata: { source: 'shop' },
  };
  const made = await call('POST', '/api/v3/admin/orders', { headers: asOrderSystem(store), body });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    number: body.number,
    state: 'payment',
    email: 'guest@example.com',
    currency: 'USD',
    item_total: '110.0',
    adjustment_total: '4.99',
    total: '114.99',
    token: expect.any(String),
    line_items: [{ name: 'Tee', variant_id: 'TEE-M', quantity: 2, price: '55.0', total: '110.0' }],
  });
  const read = await call('GET', `/api/v3/admin/orders/${made.body.id as string}`, {
    headers: asOrderSystem(store),
  });
  expect(read.body).toEqual(made.body);
});

it('an order sent twice with one Idempotency-Key is one order', async () => {
  const body = { currency: 'USD', items: [{ name: 'Tee', quantity: 1, price: '1' }] };
  const headers = asOrderSystem(store, 'hand over');
  const [first, second] = [
    await call('POST', '/api/v3/admin/orders', { headers, body }),
    await call('POST', '/api/v3/admin/orders', { headers, body }),
  ];
  expect(second.text).toBe(first.text);
});

const HAND_OVERS: readonly [string, Json, number][] = [
  ['no items', { currency: 'USD', items: [] }, 422],
  ['no currency', { items: [{ name: 'x', quantity: 1, price: '1' }] }, 422],
  ['an unknown currency', { currency: 'XXQ', items: [{ name: 'x', quantity: 1, price: '1' }] }, 422],
  ['a negative price', { currency: 'USD', items: [{ name: 'x', quantity: 1, price: '-1' }] }, 422],
  ['a fraction of a cent', { currency: 'USD', items: [{ name: 'x', quantity: 1, price: '1.005' }] }, 422],
  ['a quantity of 0.5', { currency: 'USD', items: [{ name: 'x', quantity: 0.5, price: '1' }] }, 422],
  ['a quantity of 10^9', { currency: 'USD', items: [{ name: 'x', quantity: 1e9, price: '1' }] }, 422],
  [
    'a total beyond 15 digits',
    { currency: 'USD', items: [{ name: 'x', quantity: 1_000_000, price: '9999999999' }] },
    422,
  ],
  [
    'a discount beyond the total',
    {
      currency: 'USD',
      items: [{ name: 'x', quantity: 1, price: '1' }],
      adjustments: [{ label: 'd', amount: '-2' }],
    },
    422,
  ],
  [
    'an unknown customer',
    {
      currency: 'USD',
      customer_id: 'cus_1111111111111111111111',
      items: [{ name: 'x', quantity: 1, price: '1' }],
    },
    422,
  ],
  ['a null item', { currency: 'USD', items: [null] }, 422],
  ['items as text', { currency: 'USD', items: 'x' }, 422],
];

it.each(HAND_OVERS)('an order handed over with %s is refused', async (_, body, status) => {
  const reply = await call('POST', '/api/v3/admin/orders', { headers: asOrderSystem(store), body });
  expect([reply.status, reply.body.error.code]).toEqual([status, 'validation_error']);
});

it('an order number is unique', async () => {
  const number = `N-${Date.now()}`;
  await anOrder(store, { number });
  const reply = await call('POST', '/api/v3/admin/orders', {
    headers: asOrderSystem(store),
    body: { number, currency: 'USD', items: [{ name: 'x', quantity: 1, price: '1' }] },
  });
  expect([reply.status, reply.body.error.details]).toEqual([422, { number: ['has already been taken'] }]);
});

it('the amount due includes a discount and shipping', async () => {
  const made = await anOrder(store, {
    adjustments: [
      { label: 'Discount', amount: '-10.50' },
      { label: 'Shipping', amount: '5' },
    ],
  });
  const reply = await call('POST', sessionsPath(made), {
    headers: asGuest(store, made),
    body: { payment_method_id: methodOf(store) },
  });
  expect(reply.body.amount).toBe('104.5');
});
