import { type Json } from '../../support/http';
import { medusaIdOf, uuidOfMedusa } from '../../support/ids';
import {
  aCart,
  aMedusaVariant,
  aSession,
  cartOf,
  ID,
  placed,
  readCart,
  refusal,
  type Shop,
  TIME,
  withMedusaStore,
} from '../../support/medusa';
import { database, type StoreMade } from '../../support/tandem';

let store: StoreMade;
let variant: string;
let guest: Shop;
let customer: Shop;

withMedusaStore((made) => ({ store, variant, guest, customer } = made), { sku: 'TEE' });

const ZERO_TOTALS = Object.fromEntries(
  [
    'tax_total',
    'discount_total',
    'discount_subtotal',
    'discount_tax_total',
    'original_tax_total',
    'item_tax_total',
    'item_discount_total',
    'original_item_tax_total',
    'shipping_total',
    'shipping_subtotal',
    'shipping_tax_total',
    'shipping_discount_total',
    'original_shipping_tax_total',
    'original_shipping_subtotal',
    'original_shipping_total',
    'credit_line_subtotal',
    'credit_line_tax_total',
    'credit_line_total',
  ].map((name) => [name, 0]),
);

it('shows a cart with exactly the fields of a real server', async () => {
  const shipping_address = { first_name: 'Ada', country_code: 'US', province: 'NY' };
  const cart = await aCart(guest, variant, {
    region_id: store.region_id,
    email: 'g@example.com',
    shipping_address,
    promo_codes: [],
  });
  expect(cart).toEqual({
    id: ID,
    currency_code: 'usd',
    email: 'g@example.com',
    locale: null,
    region_id: store.region_id,
    created_at: TIME,
    updated_at: TIME,
    completed_at: null,
    ...ZERO_TOTALS,
    ...Object.fromEntries(
      ['total', 'subtotal', 'original_total', 'item_total', 'item_subtotal', 'original_item_total'].map(
        (name) => [name, 110],
      ),
    ),
    original_item_subtotal: 110,
    metadata: null,
    sales_channel_id: expect.stringMatching(/^sc_/),
    shipping_address_id: expect.stringMatching(/^caaddr_/),
    customer_id: null,
    items: [
      {
        id: expect.stringMatching(/^cali_/),
        thumbnail: null,
        variant_id: variant,
        product_id: variant.replace('variant', 'prod'),
        is_giftcard: false,
        product_type_id: null,
        product_title: 'T-shirt',
        product_description: null,
        product_subtitle: null,
        product_type: null,
        product_collection: null,
        product_handle: null,
        variant_sku: 'TEE',
        variant_barcode: null,
        variant_title: 'T-shirt',
        requires_shipping: false,
        metadata: {},
        created_at: TIME,
        updated_at: TIME,
        title: 'T-shirt',
        quantity: 2,
        unit_price: 55,
        compare_at_unit_price: null,
        is_tax_inclusive: false,
        tax_lines: [],
        adjustments: [],
        product: {
          id: variant.replace('variant', 'prod'),
          collection_id: null,
          type_id: null,
          categories: [],
          tags: [],
        },
      },
    ],
    shipping_methods: [],
    shipping_address: {
      id: cart.shipping_address_id,
      first_name: 'Ada',
      last_name: null,
      company: null,
      address_1: null,
      address_2: null,
      city: null,
      postal_code: null,
      country_code: 'us',
      province: 'NY',
      phone: null,
    },
    billing_address: null,
    credit_lines: [],
    customer: null,
    region: {
      id: store.region_id,
      name: expect.any(String),
      currency_code: 'usd',
      automatic_taxes: false,
      countries: [],
    },
    promotions: [],
  });
  expect(await readCart(guest, cart.id)).toEqual(cart);
});

it('shows a customer’s cart with the customer, and its session on request', async () => {
  const cart = await aCart(customer, variant);
  expect(cart.email).toBe(store.customer.email);
  expect(cart.customer).toEqual({ id: cart.customer_id, email: store.customer.email, groups: [] });
  await aSession(customer, cart.id);
  const shown = await readCart(customer, cart.id, '?fields=*payment_collection.payment_sessions');
  const collection = shown.payment_collection;
  expect(Object.keys(shown).sort()).toEqual([...Object.keys(cart), 'payment_collection'].sort());
  expect(collection.payment_sessions).toHaveLength(1);
  const deep = await readCart(
    customer,
    cart.id,
    '?fields=items.variant.product.title,payment_collection.status',
  );
  expect(deep).toEqual({
    id: cart.id,
    items: [
      {
        id: cart.items[0].id,
        variant: { id: variant, product: { id: expect.any(String), title: 'T-shirt' } },
      },
    ],
    payment_collection: { id: collection.id, status: 'not_paid' },
  });
});

it('never shows a shopper the captures of a payment, even on request', async () => {
  const cart = await aCart(guest, variant);
  await placed(guest, cart.id);
  const fields = '*payment_collection.payments,*payment_collection.payment_sessions.payment.captures';
  const shown = await readCart(guest, cart.id, `?fields=${fields}`);
  expect(shown.payment_collection.payments).toBeUndefined();
  expect(shown.payment_collection.payment_sessions[0].payment.captures).toBeUndefined();
});

it('adds to a line, sets its quantity, and removes it by a quantity of 0 or by DELETE', async () => {
  const { id, items } = await aCart(guest, variant);
  const lines = `/carts/${id as string}/line-items`;
  const line = `${lines}/${items[0].id as string}`;
  const more = await cartOf(guest('POST', lines, { variant_id: variant, quantity: 1 }));
  expect(more).toMatchObject({ total: 165, items: [{ id: items[0].id, quantity: 3 }] });
  expect((await cartOf(guest('POST', line, { quantity: 1 }))).total).toBe(55);
  const other = await aMedusaVariant(store, { prices: [{ currency: 'USD', amount: '9.99' }] });
  const two = await cartOf(guest('POST', lines, { variant_id: other, quantity: 1 }));
  expect(two.total).toBe(64.99);
  const none = await cartOf(guest('POST', line, { quantity: 0 }));
  expect(none.items).toHaveLength(1);
  const gone = none.items[0].id as string;
  const reply = await guest('DELETE', `${lines}/${gone}`);
  expect(reply.body).toEqual({
    id: gone,
    object: 'line-item',
    deleted: true,
    parent: expect.objectContaining({ id, items: [], total: 0 }),
  });
  const missing = [404, 'not_found', `Line item with id: ${gone} was not found`];
  expect(refusal(await guest('DELETE', `${lines}/${gone}`))).toEqual(missing);
  expect(refusal(await guest('POST', `${lines}/${gone}`, { quantity: 1 }))).toEqual(missing);
});

it('a line is not found under another cart', async () => {
  const [mine, theirs] = [await aCart(guest, variant), await aCart(guest, variant)];
  const path = `/carts/${mine.id as string}/line-items/${theirs.items[0].id as string}`;
  expect((await guest('POST', path, { quantity: 9 })).status).toBe(404);
  expect((await guest('DELETE', path)).status).toBe(404);
  expect(await readCart(guest, theirs.id)).toEqual(theirs);
});

it('changes email and addresses, and leaves omitted fields unchanged', async () => {
  const { id } = await aCart(guest, variant, { email: 'a@example.com', metadata: { a: 1 } });
  const changed = await cartOf(
    guest('POST', `/carts/${id as string}`, {
      email: 'b@example.com',
      metadata: { b: 2 },
      billing_address: { first_name: 'Bo', country_code: 'pl', metadata: { floor: 3 } },
      locale: 'pl-PL',
    }),
  );
  expect(changed).toMatchObject({
    email: 'b@example.com',
    metadata: { a: 1, b: 2 },
    locale: 'pl-PL',
    billing_address: { first_name: 'Bo', country_code: 'pl' },
    total: 110,
  });
  const same = await cartOf(guest('POST', `/carts/${id as string}?fields=email,*billing_address`, {}));
  expect(same).toMatchObject({ email: 'b@example.com', billing_address: { metadata: { floor: 3 } } });
});

it('stays in the region it was created in', async () => {
  const { id } = await aCart(guest, variant);
  const other = '01a1fc02-0000-7000-8000-0000000000aa';
  const { rows } = await database().query('SELECT store_id FROM orders WHERE id = $1', [uuidOfMedusa(id)]);
  const region = `${other.slice(0, 24)}${uuidOfMedusa(id).slice(24)}`;
  const insert = 'INSERT INTO regions (store_id, id, name, currency) VALUES ($1, $2, $3, $4)';
  await database().query(insert, [rows[0].store_id, region, 'Elsewhere', 'EUR']);
  const change = (to: string): Promise<Json> => guest('POST', `/carts/${id as string}`, { region_id: to });
  expect((await change(store.region_id)).status).toBe(200);
  expect((await change('reg_x')).status).toBe(404);
  expect(refusal(await change(medusaIdOf('reg', region)))).toEqual([
    400,
    'not_allowed',
    'The region of a cart cannot be changed',
  ]);
  await database().query('DELETE FROM regions WHERE id = $1', [region]);
});

it('a refused change writes nothing', async () => {
  const { id } = await aCart(guest, variant);
  const before = await readCart(guest, id);
  await guest('POST', `/carts/${id as string}/line-items`, { variant_id: variant, quantity: 2_000_000 });
  await guest('POST', `/carts/${id as string}/line-items`, { variant_id: variant, quantity: 999_999 });
  await guest('POST', `/carts/${id as string}`, { email: 'x@example.com', sales_channel_id: 'sc_x' });
  expect(await readCart(guest, id)).toEqual(before);
});
