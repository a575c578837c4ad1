import { anOrder, type Json } from '../../support/http';
import { medusaIdOf, uuidOf } from '../../support/ids';

import {
  aCart,
  placeNewOrder,
  backOfficeOf,
  orderOf,
  placed,
  refusal,
  type Shop,
  TIME,
  withMedusaStore,
} from '../../support/medusa';

import { aStore, type StoreMade } from '../../support/tandem';

let store: StoreMade;
let variant: string;
let guest: Shop;
let customer: Shop;
let office: Shop;

withMedusaStore((made) => ({ store, variant, guest, customer, office } = made));

const raw = (value: string): Json => ({ value, precision: 20 });

it('shows an order’s line with the fields of a real server', async () => {
  const { items } = await placeNewOrder(guest, variant);
  const zero = [
    'discount_subtotal',
    'discount_tax_total',
    'discount_total',
    'tax_total',
    'original_tax_total',
  ];
  const settled = [
    'fulfilled',
    'shipped',
    'return_requested',
    'return_received',
    'return_dismissed',
    'write_off',
  ];
  const zeros = [...zero, ...settled.map((name) => `${name}_total`)];
  const wholes = ['subtotal', 'total', 'original_subtotal', 'original_total', 'refundable_total'];
  const [{ variant: of, detail, ...line }] = items;
  expect(line).toEqual({
    id: expect.stringMatching(/^ordli_/),
    title: 'T-shirt',
    product_title: 'T-shirt',
    variant_title: 'T-shirt',
    variant_id: variant,
    product_id: variant.replace('variant', 'prod'),
    ...Object.fromEntries(
      [
        'subtitle',
        'thumbnail',
        'product_description',
        'product_subtitle',
        'product_type',
        'product_type_id',
        'product_collection',
        'product_handle',
        'variant_sku',
        'variant_barcode',
        'variant_option_values',
        'raw_compare_at_unit_price',
        'compare_at_unit_price',
        'deleted_at',
      ].map((name) => [name, null]),
    ),
    requires_shipping: false,
    is_giftcard: false,
    is_discountable: false,
    is_tax_inclusive: false,
    is_custom_price: false,
    metadata: {},
    line_item_metadata: {},
    raw_unit_price: raw('55'),
    unit_price: 55,
    quantity: 2,
    raw_quantity: raw('2'),
    created_at: TIME,
    updated_at: TIME,
    tax_lines: [],
    adjustments: [],
    refundable_total_per_unit: 55,
    raw_refundable_total_per_unit: raw('55'),
    ...Object.fromEntries(
      wholes.flatMap((name) => [
        [name, 110],
        [`raw_${name}`, raw('110')],
      ]),
    ),
    ...Object.fromEntries(
      zeros.flatMap((name) => [
        [name, 0],
        [`raw_${name}`, raw('0')],
      ]),
    ),
  });
  expect(detail).toMatchObject({ version: 1, item_id: line.id, quantity: 2, raw_quantity: raw('2') });
  expect(Object.keys(detail)).toHaveLength(28);
  expect(of).toMatchObject({
    id: variant,
    title: 'T-shirt',
    product: { title: 'T-shirt', status: 'published' },
  });
  expect([Object.keys(of).length, Object.keys(of.product).length]).toEqual([24, 26]);
});

it('shows a guest’s order by its id, and only once it is placed', async () => {
  const cart = await aCart(guest, variant, { email: 'g@example.com' });
  const id = cart.id.replace('cart', 'order') as string;
  const missing = [404, 'not_found', `Order id not found: ${id}`];
  expect(refusal(await guest('GET', `/orders/${id}`))).toEqual(missing);
  expect(refusal(await office('GET', `/orders/${id}`))).toEqual(missing);
  expect(refusal(await office('POST', `/orders/${id}/cancel`))).toEqual(missing);
  const order = await placed(guest, cart.id);
  expect(await orderOf(guest('GET', `/orders/${id}`))).toEqual(order);
  expect(Object.keys(order).sort()).toEqual(
    [
      ...[
        'id',
        'status',
        'summary',
        'currency_code',
        'display_id',
        'custom_display_id',
        'region_id',
        'email',
      ],
      ...['total', 'subtotal', 'tax_total', 'discount_total', 'discount_subtotal', 'discount_tax_total'],
      ...['original_total', 'original_subtotal', 'original_tax_total', 'item_total', 'item_subtotal'],
      ...['item_tax_total', 'original_item_total', 'original_item_subtotal', 'original_item_tax_total'],
      ...['shipping_total', 'shipping_subtotal', 'shipping_tax_total', 'original_shipping_tax_total'],
      ...[
        'original_shipping_subtotal',
        'original_shipping_total',
        'credit_line_total',
        'credit_line_subtotal',
      ],
      ...['credit_line_tax_total', 'created_at', 'updated_at', 'credit_lines', 'items', 'shipping_address'],
      ...['shipping_methods', 'payment_collections'],
    ].sort(),
  );
});

it('never shows a shopper the captures of a payment', async () => {
  const { id } = await placeNewOrder(guest, variant);
  const fields =
    '*payment_collections.payments.captures,*payment_collections.payment_sessions.payment.captures';
  const order = await orderOf(guest('GET', `/orders/${id as string}?fields=${fields}`));
  const [collection] = order.payment_collections;
  expect(collection.payments).toBeUndefined();
  expect(collection.payment_sessions[0].payment.captures).toBeUndefined();
});

describe('a customer’s orders', () => {
  it('are their own placed ones, newest first, and a guest cannot list them', async () => {
    const [older, newer] = [await placeNewOrder(customer, variant), await placeNewOrder(customer, variant)];
    await aCart(customer, variant);
    await placeNewOrder(guest, variant);
    const { body } = await customer('GET', '/orders?limit=2');
    expect(body).toMatchObject({ orders: [{ id: newer.id }, { id: older.id }], offset: 0, limit: 2 });
    expect(Object.keys(body.orders[0])).toHaveLength(11);
    const all = await customer('GET', '/orders?fields=id,status,email&order=created_at');
    expect(all.body.limit).toBe(50);
    expect(all.body.count).toBe(all.body.orders.length);
    expect(new Set(all.body.orders.map(({ email }: Json) => email))).toEqual(new Set([store.customer.email]));
    const alone = await guest('GET', '/orders');
    expect([alone.status, alone.body]).toEqual([401, { message: 'Unauthorized' }]);
    expect((await guest('GET', `/orders/${newer.id as string}`)).status).toBe(404);
    expect((await customer('GET', `/orders/${newer.id as string}`)).status).toBe(200);
  });

  it('are found by id and status', async () => {
    const { id } = await placeNewOrder(customer, variant);
    const find = async (query: string): Promise<Json> =>
      (await customer('GET', `/orders?${query}`)).body.orders.map((order: Json) => order.id);
    expect(await find(`id=${id as string}`)).toEqual([id]);
    expect(await find(`id[]=${id as string}&id[]=order_nope`)).toEqual([id]);
    expect(await find(`id=${id as string}&status=canceled`)).toEqual([]);
    expect(await find('status=draft')).toEqual([]);
  });
});

describe('the back office', () => {
  it('lists, filters and sorts placed and canceled orders', async () => {
    const email = `q${Date.now()}@example.com`;
    const before = new Date().toISOString();
    const orders: Json[] = [];
    for (let i = 0; i < 3; i++) {
      orders.push(await placed(guest, (await aCart(guest, variant, { email })).id));
    }
    await aCart(guest, variant, { email });
    await anOrder(store, { email });
    const ids = orders.map(({ id }) => id as string);
    const find = async (query: string): Promise<Json> =>
      (await office('GET', `/orders?email=${email}&${query}`)).body.orders.map((order: Json) => order.id);
    expect(await find('')).toEqual([...ids].reverse());
    expect(await find('order=created_at')).toEqual(ids);
    expect(await find('limit=1&offset=1')).toEqual([ids[1]]);
    expect(await find(`created_at[$gte]=${before}`)).toHaveLength(3);
    expect(await find(`created_at[$lt]=${before}`)).toHaveLength(0);
    expect(await find(`updated_at[$gt]=2120-01-01T00:00:00Z`)).toHaveLength(0);
    expect(await find(`q=${orders[0].custom_display_id as string}`)).toEqual([ids[0]]);
    expect(await find(`region_id=${store.region_id}`)).toHaveLength(3);
    expect(await find('sales_channel_id=sc_nope')).toHaveLength(0);
    expect(await find('customer_id=cus_nope')).toHaveLength(0);
    await office('POST', `/orders/${ids[0] ?? ''}/cancel`);
    expect(await find('status=canceled')).toEqual([ids[0]]);
    expect(await find('status[]=pending&status[]=canceled')).toHaveLength(3);
    const { body } = await office('GET', `/orders?email=${email}`);
    expect([body.count, body.limit, body.offset]).toEqual([3, 20, 0]);
    expect(Object.keys(body.orders[0]).sort()).toEqual([
      ...['created_at', 'custom_display_id', 'display_id', 'id', 'locale', 'metadata'],
      ...['status', 'summary', 'total', 'updated_at', 'version'],
    ]);
  });

  it.each([
    ['order=secret', 'Order field secret is not valid'],
    ['order=payment_status', 'Order field payment_status is not valid'],
    ['limit=-1', undefined],
    ['limit=x', undefined],
    ['created_at[$gt]=yesterday', undefined],
    ['created_at[$regex]=x', undefined],
    ['is_draft=true', undefined],
  ])('refuses ?%s', async (query, message) => {
    const { status, body } = await office('GET', `/orders?${query}`);
    expect([status, body.type]).toEqual([400, 'invalid_data']);
    if (message !== undefined) expect(body.message).toBe(message);
  });

  it('cannot read or cancel another store’s orders', async () => {
    const { id } = await placeNewOrder(guest, variant);
    const other = backOfficeOf(await aStore());
    expect((await other('GET', '/orders')).body.count).toBe(0);
    expect((await other('GET', `/orders/${id as string}`)).status).toBe(404);
    expect((await other('POST', `/orders/${id as string}/cancel`)).status).toBe(404);
    expect((await orderOf(office('GET', `/orders/${id as string}`))).status).toBe('pending');
  });

  it('sees an order that is handed over but unpaid as a draft', async () => {
    const made = await anOrder(store, { metadata: { po: 7 } });
    const id = medusaIdOf('order', uuidOf(made.id));
    expect(await orderOf(office('GET', `/orders/${id}?fields=status,payment_status,metadata`))).toEqual({
      id,
      status: 'draft',
      version: 1,
      metadata: { po: 7 },
      fulfillments: [],
      payment_status: 'not_paid',
      fulfillment_status: 'not_fulfilled',
    });
    expect((await guest('GET', `/orders/${id}`)).status).toBe(404);
  });

  it('reads the payment status together with the payments it is derived from', async () => {
    const { id } = await placeNewOrder(guest, variant);
    const query =
      '?fields=id,payment_status,status,*payment_collections,*payment_collections.payments,' +
      '*payment_collections.payments.captures,*payment_collections.payments.refunds';
    const shown = await orderOf(office('GET', `/orders/${id as string}${query}`));
    expect(Object.keys(shown).sort()).toEqual([
      ...[
        'fulfillment_status',
        'fulfillments',
        'id',
        'payment_collections',
        'payment_status',
        'status',
        'version',
      ],
    ]);
    expect(shown.payment_collections[0].payments[0]).toMatchObject({
      amount: 110,
      captures: [],
      refunds: [],
      payment_session: { id: expect.stringMatching(/^payses_/) },
    });
  });
});
