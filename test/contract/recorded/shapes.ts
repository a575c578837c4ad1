import type { Json } from '../../support/http';

/** What a value must be: a type or several (`string|null`), a list of such, or an object with exactly these keys. */
export type Shape = string | readonly Shape[] | { readonly [key: string]: Shape };

/** Where a value is not of its shape, each place in words. A key too many or too few is one. */
export function differences(value: Json, shape: Shape, place = ''): string[] {
  if (typeof shape === 'string') {
    return shape.split('|').includes(typeOf(value)) ? [] : [`${place}: ${typeOf(value)}, not ${shape}`];
  }
  if (isList(shape)) return differencesOfList(value, shape, place);
  if (typeOf(value) !== 'object') return [`${place}: ${typeOf(value)}, not an object`];
  const keys = [...new Set([...Object.keys(value), ...Object.keys(shape)])];
  return keys.flatMap((key) => {
    const wanted = shape[key];
    if (wanted === undefined) return [`${place}.${key}: is not in the recording`];
    if (!(key in value)) return [`${place}.${key}: is missing`];
    return differences(value[key], wanted, `${place}.${key}`);
  });
}

function differencesOfList(value: Json, shape: readonly Shape[], place: string): string[] {
  if (!Array.isArray(value)) return [`${place}: ${typeOf(value)}, not a list`];
  const [each] = shape;
  return each === undefined ? [] : value.flatMap((item, i) => differences(item, each, `${place}[${i}]`));
}

function isList(shape: Shape): shape is readonly Shape[] {
  return Array.isArray(shape);
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

const all = (names: string, shape: Shape): Record<string, Shape> =>
  Object.fromEntries(
    names
      .split(/\s+/)
      .filter(Boolean)
      .map((name) => [name, shape]),
  );

const RAW = { value: 'string', precision: 'number' } as const;
const TIMES = { created_at: 'string', updated_at: 'string', deleted_at: 'null' } as const;

const SHARED_TOTALS = all(
  `total subtotal tax_total discount_total discount_tax_total original_total original_tax_total
   item_total item_subtotal item_tax_total original_item_total original_item_subtotal original_item_tax_total
   shipping_total shipping_subtotal shipping_tax_total original_shipping_total original_shipping_subtotal
   original_shipping_tax_total credit_line_total credit_line_subtotal credit_line_tax_total`,
  'number',
);

export const SESSION = {
  ...all('id currency_code provider_id status payment_collection_id', 'string'),
  ...TIMES,
  amount: 'number',
  raw_amount: RAW,
  authorized_at: 'string|null',
  data: 'object',
  context: 'object',
  metadata: 'object',
  payment: 'null',
} as const;

export const COLLECTION = {
  id: 'string',
  currency_code: 'string',
  amount: 'number',
  payment_sessions: [SESSION],
};

/** A collection that is expanded whole. Its sums are null until something was authorized. */
export const wholeCollection = (
  more: Record<string, Shape> = {},
  sums: 'number' | 'null' = 'number',
): Shape => ({
  ...all('id currency_code status', 'string'),
  ...TIMES,
  ...all('authorized_amount captured_amount refunded_amount', sums),
  ...all('raw_authorized_amount raw_captured_amount raw_refunded_amount', sums === 'null' ? 'null' : RAW),
  amount: 'number',
  raw_amount: RAW,
  completed_at: 'string|null',
  metadata: 'null',
  ...more,
});

const ITEM_OF_BOTH = {
  ...all('id title product_title product_handle variant_title', 'string|null'),
  ...all('variant_id product_id variant_sku', 'string|null'),
  ...all(
    'thumbnail product_description product_subtitle product_type product_type_id product_collection',
    'null',
  ),
  ...all('variant_barcode compare_at_unit_price', 'null'),
  ...all('is_giftcard requires_shipping is_tax_inclusive', 'boolean'),
  ...all('created_at updated_at', 'string'),
  ...all('quantity unit_price', 'number'),
  metadata: 'object',
  tax_lines: [],
  adjustments: [],
};

const REGION = {
  ...all('id name currency_code', 'string'),
  automatic_taxes: 'boolean',
  countries: [],
};

export const CART = {
  ...all('id currency_code region_id created_at updated_at sales_channel_id', 'string'),
  ...SHARED_TOTALS,
  ...all('discount_subtotal item_discount_total shipping_discount_total', 'number'),
  // A guest has no customer here: Medusa makes one for every email.
  ...all('email locale customer_id shipping_address_id', 'string|null'),
  completed_at: 'null',
  metadata: 'null',
  items: [
    {
      ...ITEM_OF_BOTH,
      product: { id: 'string|null', collection_id: 'null', type_id: 'null', categories: [], tags: [] },
    },
  ],
  shipping_methods: [],
  shipping_address: 'object|null',
  billing_address: 'object|null',
  credit_lines: [],
  customer: 'object|null',
  region: REGION,
  promotions: [],
};

const SUMMARY = {
  ...all(
    `paid_total refunded_total accounting_total credit_line_total transaction_total pending_difference
     current_order_total original_order_total`,
    'number',
  ),
  ...all(
    `raw_paid_total raw_refunded_total raw_accounting_total raw_credit_line_total raw_transaction_total
     raw_pending_difference raw_current_order_total raw_original_order_total`,
    RAW,
  ),
};

const QUANTITIES = `quantity fulfilled_quantity delivered_quantity shipped_quantity return_requested_quantity
  return_received_quantity return_dismissed_quantity written_off_quantity`.split(/\s+/);

const ITEM_SUMS =
  `subtotal total original_subtotal original_total discount_subtotal discount_tax_total discount_total
  tax_total original_tax_total refundable_total_per_unit refundable_total fulfilled_total shipped_total
  return_requested_total return_received_total return_dismissed_total write_off_total`.split(/\s+/);

const withRaw = (names: readonly string[]): Record<string, Shape> =>
  Object.fromEntries(
    names.flatMap((name) => [
      [name, 'number'],
      [`raw_${name}`, RAW],
    ]),
  );

const SIZES = 'weight length height width hs_code origin_country mid_code material thumbnail metadata';

const ORDER_ITEM = {
  ...ITEM_OF_BOTH,
  ...TIMES,
  ...withRaw(ITEM_SUMS),
  subtitle: 'string|null',
  variant_option_values: 'null',
  is_discountable: 'boolean',
  is_custom_price: 'boolean',
  raw_compare_at_unit_price: 'null',
  raw_unit_price: RAW,
  raw_quantity: RAW,
  line_item_metadata: 'object',
  detail: {
    ...all('id order_id item_id', 'string'),
    ...TIMES,
    ...withRaw(QUANTITIES),
    version: 'number',
    metadata: 'object',
    unit_price: 'number|null',
    raw_unit_price: 'object|null',
    ...all('raw_compare_at_unit_price compare_at_unit_price', 'null'),
  },
  variant: {
    ...all('id product_id', 'string'),
    title: 'string|null',
    sku: 'string|null',
    ...all(`barcode ean upc ${SIZES}`, 'null'),
    ...all('allow_backorder manage_inventory', 'boolean'),
    variant_rank: 'number|null',
    ...TIMES,
    product: {
      ...all('id title status', 'string'),
      handle: 'string|null',
      ...all(`subtitle description external_id type_id type collection_id collection ${SIZES}`, 'null'),
      ...all('is_giftcard discountable', 'boolean'),
      ...TIMES,
    },
  },
};

const ORDER_OF_BOTH = {
  ...all('id status region_id created_at updated_at', 'string'),
  ...SHARED_TOTALS,
  original_subtotal: 'number',
  summary: SUMMARY,
  display_id: 'number',
  custom_display_id: 'string|null',
  items: [ORDER_ITEM],
  shipping_address: 'object|null',
  shipping_methods: [],
};

/** What completing a cart answers. */
export const PLACED_ORDER = {
  ...ORDER_OF_BOTH,
  ...all('currency_code email', 'string'),
  discount_subtotal: 'number',
  credit_lines: [],
  payment_collections: [wholeCollection()],
};

export const CAPTURE = {
  ...all('id payment_id', 'string'),
  ...TIMES,
  created_by: 'string|null',
  metadata: 'null',
  amount: 'number',
  raw_amount: RAW,
};

export const REFUND = {
  ...CAPTURE,
  note: 'string|null',
  refund_reason_id: 'string|null',
  refund_reason: 'object|null',
};

export const wholePayment = (more: Record<string, Shape> = {}): Shape => ({
  ...all('id currency_code provider_id payment_collection_id payment_session_id', 'string'),
  ...TIMES,
  ...all('captured_at canceled_at', 'string|null'),
  data: 'object',
  metadata: 'null',
  amount: 'number',
  raw_amount: RAW,
  captures: [CAPTURE],
  refunds: [REFUND],
  payment_session: { id: 'string' },
  ...more,
});

/** What cancelling an order answers. */
export const CANCELED_ORDER = {
  ...ORDER_OF_BOTH,
  locale: 'string|null',
  metadata: 'object|null',
  version: 'number',
  credit_lines: 'list',
  payment_collections: [wholeCollection({ payments: [wholePayment()] })],
};

/** A payment as lists, reads, captures and refunds answer it. */
export const PAYMENT = {
  ...all('id currency_code payment_collection_id payment_session_id', 'string'),
  amount: 'number',
  captured_at: 'string|null',
  captures: [{ id: 'string', amount: 'number' }],
  refunds: [
    {
      ...all('id payment_id', 'string'),
      amount: 'number',
      note: 'string|null',
      refund_reason_id: 'string|null',
      refund_reason: { ...all('id label code', 'string') },
    },
  ],
};

export const REFUND_REASON = { ...all('id label code', 'string'), description: 'string|null', ...TIMES };

export const API_KEY = {
  ...all('id token redacted title type created_by created_at updated_at', 'string'),
  ...all('last_used_at', 'null'),
  ...all('revoked_by revoked_at', 'string|null'),
};

export const LISTED_KEY = { ...API_KEY, sales_channels: [{ id: 'string', name: 'string' }] };

export const CUSTOMER = {
  ...all('id email', 'string'),
  ...TIMES,
  ...all('company_name first_name last_name phone', 'string|null'),
  metadata: 'object|null',
  has_account: 'boolean',
  addresses: [],
};

/** A logged-in customer's session says whose it is. */
export const CUSTOMERS_SESSION = {
  ...SESSION,
  context: {
    customer: {
      ...all('id email', 'string'),
      ...all('phone last_name first_name company_name', 'string|null'),
      metadata: 'object|null',
      addresses: [],
      account_holders: [],
    },
    account_holder: {
      ...all('id email external_id provider_id', 'string'),
      ...TIMES,
      data: 'object',
      metadata: 'null',
    },
  },
};

export const page = (name: string, each: Shape): Shape => ({
  [name]: [each],
  ...all('count offset limit', 'number'),
});
