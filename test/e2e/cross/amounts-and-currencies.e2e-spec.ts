import {
  anOrder,
  asAdmin,
  asGuest,
  asOrderSystem,
  asShopper,
  call,
  methodOf,
  sessionsPath,
  type Json,
  type Reply,
} from '../../support/http';
import { medusaIdOf, spreeIdOf, uuidOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import { paymentRows, placed } from '../../support/medusa-admin';
import { asStaff, issueStoreCredit } from '../../support/spree';
import { aStore, type OrderMade, type StoreMade } from '../../support/tandem';

// Blank and invalid amounts, sums above the maximum of one amount, and ids of another store.

let store: StoreMade;
let other: StoreMade;

beforeAll(async () => {
  [store, other] = [await aStore(), await aStore()];
});

/** The maximum of one amount. */
const MAX = '9999999999999.99';

const staff = (method: string, path: string, body: Json): Promise<Reply> =>
  call(method, `/api/v3/admin${path}`, { headers: asOrderSystem(store), body });

describe('an amount that moves money', () => {
  let order: OrderMade;
  let payment: string;

  beforeAll(async () => {
    order = await anOrder(store);
    payment = await placed(store, order);
    await call('POST', `/admin/payments/${payment}/capture`, {
      headers: asAdmin(store),
      body: { amount: 60 },
    });
  });
  afterAll(() => expectInvariants(order));

  const refund = (amount: Json): Promise<Reply> =>
    staff('POST', `/orders/${order.id}/refunds`, { payment_id: spreeIdOf('py', payment), amount });
  const capture = (amount: Json): Promise<Reply> =>
    staff('PATCH', `/orders/${order.id}/payments/${spreeIdOf('py', payment)}/capture`, { amount });

  const INVALID_AMOUNTS: readonly [string, Json][] = [
    ['empty', ''],
    ['a space', ' '],
    ['a line break', '\n'],
    ['null', null],
    ['a boolean', true],
    ['a list', []],
    ['an object', {}],
    ['a digit of another script', '١'],
    ['with an exponent', '1e1'],
    ['hexadecimal', '0x10'],
    ['minus zero', '-0'],
    ['minus zero, as a number', -0],
    ['with a comma', '1,0'],
    ['too precise', '1.001'],
    ['more than is available', MAX],
  ];
  it.each(INVALID_AMOUNTS)('that is %s moves nothing (Spree)', async (_, amount) => {
    const before = await paymentRows(order);
    for (const reply of [await refund(amount), await capture(amount)])
      expect([reply.status, typeof reply.body.error.code]).toEqual([422, 'string']);
    expect(await paymentRows(order)).toEqual(before);
  });

  it('is validated even if the payment is already fully captured', async () => {
    const whole = await anOrder(store);
    const captured = await placed(store, whole);
    const path = `/admin/payments/${captured}/capture`;
    const send = (amount: number): Promise<Reply> =>
      call('POST', path, { headers: asAdmin(store), body: { amount } });
    expect((await send(110)).status).toBe(200);
    expect((await send(110)).status).toBe(200);
    for (const amount of [10.001, 1e300]) expect((await send(amount)).status).toBe(400);
    const spree = `/orders/${whole.id}/payments/${spreeIdOf('py', captured)}/capture`;
    for (const amount of ['abc', '', '1.001'])
      expect((await staff('PATCH', spree, { amount })).status).toBe(422);
    await expectInvariants(whole);
  });
});

describe('a currency sent with an amount must be the order’s', () => {
  let order: OrderMade;
  let session: string;

  beforeAll(async () => {
    order = await anOrder(store);
    const body = { payment_method_id: methodOf(store), amount: '10' };
    const made = await call('POST', sessionsPath(order), { headers: asGuest(store, order), body });
    session = made.body.id as string;
  });
  afterAll(() => expectInvariants(order));

  const check = (): Json => ({ payment_method_id: methodOf(store, 'pp_system_default'), amount: '1' });
  const ROUTES: readonly [string, string, () => string, () => Record<string, string>, () => Json][] = [
    [
      'a session',
      'POST',
      () => sessionsPath(order),
      () => asGuest(store, order),
      () => ({ payment_method_id: methodOf(store) }),
    ],
    [
      'a session for a part',
      'POST',
      () => sessionsPath(order),
      () => asGuest(store, order),
      () => ({ payment_method_id: methodOf(store), amount: '10' }),
    ],
    [
      'a session’s new amount',
      'PATCH',
      () => sessionsPath(order, `/${session}`),
      () => asGuest(store, order),
      () => ({ amount: '5' }),
    ],
    [
      'a check',
      'POST',
      () => `/api/v3/store/carts/cart_${order.id.slice(3)}/payments`,
      () => asGuest(store, order),
      check,
    ],
    [
      'a session by staff',
      'POST',
      () => `/api/v3/admin/orders/${order.id}/payment_sessions`,
      () => asOrderSystem(store),
      () => ({ payment_method_id: methodOf(store), amount: '10' }),
    ],
    [
      'a payment by staff',
      'POST',
      () => `/api/v3/admin/orders/${order.id}/payments`,
      () => asOrderSystem(store),
      check,
    ],
  ];
  it.each(ROUTES)('for %s', async (...row) => {
    const [, method, path, who, body] = row;
    const send = (query: string, headers: Record<string, string>, currency?: Json): Promise<Reply> =>
      call(method, path() + query, { headers: { ...who(), ...headers }, body: { ...body(), currency } });
    for (const reply of [
      await send('', { 'x-spree-currency': 'EUR' }),
      await send('?currency=EUR', {}),
      await send('?currency[]=EUR', {}),
      await send('', {}, 'EUR'),
      await send('', {}, ['USD']),
    ])
      expect([reply.status, reply.body.error?.details]).toEqual([
        422,
        { currency: ['is USD and cannot be changed'] },
      ]);
    expect((await send('', { 'x-spree-currency': 'EUR' }, 'usd')).status).toBeLessThan(300);
  });
});

describe('a sum above the maximum of one amount', () => {
  it('of store credit is shown, and can pay for an order', async () => {
    for (let i = 0; i < 2; i++) await issueStoreCredit(store, MAX);
    const headers = {
      'x-spree-api-key': store.publishable_key,
      authorization: `Bearer ${store.customer.jwt}`,
    };
    const mine = await call('GET', '/api/v3/store/customers/me', { headers });
    expect([mine.status, mine.body.available_store_credit_total]).toEqual([200, '19999999999999.98']);
    expect(mine.body.display_available_store_credit_total).toBe('$19,999,999,999,999.98');
    const order = await anOrder(store, { customer_id: store.customer.id });
    const applied = await call('POST', `/api/v3/store/orders/${order.id}/store_credits`, {
      headers,
      body: {},
    });
    expect([applied.status, applied.body.amount_due]).toEqual([200, '0.0']);
    await expectInvariants(order);
  });

  it('of an order’s successive authorizations is readable everywhere', async () => {
    const order = await anOrder(store, { items: [{ name: 'Ship', quantity: 1, price: MAX }] });
    const headers = asGuest(store, order);
    for (let i = 0; i < 3; i++) {
      const body = { payment_method_id: methodOf(store) };
      const { id } = (await call('POST', sessionsPath(order), { headers, body })).body;
      const done = await call('PATCH', sessionsPath(order, `/${id as string}/complete`), {
        headers,
        body: {},
      });
      expect(done.body.status).toBe('completed');
      if (i < 2)
        await asStaff(store, 'PATCH', `/orders/${order.id}/payments/${done.body.payment.id as string}/void`);
    }
    expect((await asStaff(store, 'GET', '/orders')).data[0].total).toBe(MAX);
    expect((await asStaff(store, 'GET', `/orders/${order.id}`)).amount_due).toBe('0.0');
    await asStaff(store, 'PATCH', `/orders/${order.id}/complete`);
    const path = `/admin/orders/${medusaIdOf('order', uuidOf(order.id))}?fields=*payment_collections`;
    const { body } = await call('GET', path, { headers: asAdmin(store) });
    expect(body.order.payment_collections[0]).toMatchObject({
      amount: Number(MAX),
      raw_authorized_amount: { value: '29999999999999.97' },
    });
    await expectInvariants(order);
  });

  it.each([
    ['lines', { items: [{ name: 'x', quantity: 2, price: MAX }] }],
    [
      'adjustments',
      { items: [{ name: 'x', quantity: 1, price: '1' }], adjustments: [{ label: 'x', amount: MAX }] },
    ],
    [
      'lines, even if an adjustment offsets them',
      { items: [{ name: 'x', quantity: 2, price: MAX }], adjustments: [{ label: 'x', amount: `-${MAX}` }] },
    ],
  ])('of an order’s %s is refused', async (_, more) => {
    const reply = await staff('POST', '/orders', { currency: 'USD', ...more });
    expect([reply.status, reply.body.error.details]).toEqual([422, { items: ['Total is too large'] }]);
  });
});

describe('an id that is unknown or of another store is refused', () => {
  const unknown = 'cus_1C5nQHTxNqcUU3WZ1J6bWb';
  const made = { amount: '1', currency: 'USD' };
  const CUSTOMERS: readonly [string, () => string][] = [
    ['another store’s customer', () => other.customer.id],
    ['an unknown customer', () => unknown],
  ];
  it.each(CUSTOMERS)('%s for a gift card, an order and store credit', async (_, customer) => {
    const customer_id = customer();
    const items = [{ name: 'x', quantity: 1, price: '1' }];
    for (const reply of [
      await staff('POST', '/gift_cards', { ...made, customer_id }),
      await staff('POST', '/orders', { currency: 'USD', items, customer_id }),
    ]) {
      expect([reply.status, Object.keys(reply.body.error.details)]).toEqual([422, ['customer_id']]);
    }
    expect((await staff('POST', `/customers/${customer_id}/store_credits`, made)).status).toBe(404);
  });

  it('a region or a variant for a cart', async () => {
    const variant = (await asStaff(other, 'POST', '/variants', {
      name: 'x',
      prices: [{ currency: 'USD', amount: '1' }],
    })) as { id: string };
    const createCart = (body: Json): Promise<Reply> =>
      call('POST', '/store/carts', { headers: asShopper(store), body });
    const line = { variant_id: medusaIdOf('variant', uuidOf(variant.id)), quantity: 1 };
    expect((await createCart({ region_id: other.region_id })).status).toBe(404);
    expect((await createCart({ items: [line] })).status).toBe(400);
    const spree = await call('POST', '/api/v3/store/carts', {
      headers: { 'x-spree-api-key': store.publishable_key },
      body: { items: [{ variant_id: variant.id, quantity: 1 }] },
    });
    expect(spree.status).toBe(404);
  });
});
