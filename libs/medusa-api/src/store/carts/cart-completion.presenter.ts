import type { Completion } from '@tandem/checkout';
import type { Request } from 'express';
import { readFields, render } from '../../fields';
import { fieldsOf } from '../../fields-of';
import { cart, placedOrder } from '../../resources/order.resource';

const TOTALS = [
  'total',
  'subtotal',
  'tax_total',
  'discount_total',
  'discount_subtotal',
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

const ORDER_DEFAULTS = [
  'id',
  'status',
  'summary',
  'currency_code',
  'display_id',
  'custom_display_id',
  'region_id',
  'email',
  ...TOTALS,
  'original_subtotal',
  'created_at',
  'updated_at',
  '*items',
  '*payment_collections',
];

const CART_DEFAULTS = [
  'id',
  'currency_code',
  'email',
  'locale',
  'region_id',
  'customer_id',
  'created_at',
  'updated_at',
  'completed_at',
  ...TOTALS,
  'metadata',
  '*items',
  '*payment_collection',
  '*payment_collection.payment_sessions',
];

/** Medusa's error types for a cart that stays one. */
const ERROR_TYPES = {
  declined: 'payment_authorization_error',
  requires_action: 'payment_requires_more_error',
  processing: 'payment_requires_more_error',
} satisfies Record<Extract<Completion, { is: 'unpaid' }>['reason'], string>;

/** {type: "order", order}, or the cart with why it was not placed. */
export function presentCompletion(completion: Completion, request: Request): Record<string, unknown> {
  if (completion.is === 'placed') {
    return { type: 'order', order: render(placedOrder, completion, fieldsOf(request, ORDER_DEFAULTS)) };
  }
  const type = ERROR_TYPES[completion.reason];
  return {
    type: 'cart',
    // `fields` chooses an order's; the cart that was not placed is shown as it is.
    cart: render(cart, completion, readFields(undefined, CART_DEFAULTS)),
    error: { message: completion.message, name: type, type },
  };
}
