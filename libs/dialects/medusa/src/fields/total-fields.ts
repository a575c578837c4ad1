/** The totals of a cart and of an order in Medusa. */
export const TOTALS = [
  'total',
  'subtotal',
  'tax_total',
  'discount_total',
  'discount_tax_total',
  'original_total',
  'original_tax_total',
  'item_total',
  'item_subtotal',
  'item_tax_total',
  'original_item_total',
  'original_item_subtotal',
  'original_item_tax_total',
  'shipping_total',
  'shipping_subtotal',
  'shipping_tax_total',
  'original_shipping_tax_total',
  'original_shipping_subtotal',
  'original_shipping_total',
  'credit_line_total',
  'credit_line_subtotal',
  'credit_line_tax_total',
];

/** The relations of a single order. */
export const ORDER_RELATIONS = [
  '*items',
  '*items.detail',
  '*items.variant',
  '*items.variant.product',
  '*credit_lines',
  '*shipping_address',
  '*billing_address',
  'shipping_methods',
  '*payment_collections',
];
