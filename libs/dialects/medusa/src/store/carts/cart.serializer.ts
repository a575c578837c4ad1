import type { OrderDetails } from '@tandem/checkout';
import type { Request } from 'express';
import { render } from '../../fields/fields';
import { fieldsOf } from '../../fields/fields-of';
import { serializeAs } from '../../medusa.serializer';
import { cart } from '../../resources/orders/order.resource';
import { TOTALS } from '../../fields/total-fields';

const ITEM = [
  'id',
  'thumbnail',
  'variant_id',
  'product_id',
  'is_giftcard',
  'product_type_id',
  'product_title',
  'product_description',
  'product_subtitle',
  'product_type',
  'product_collection',
  'product_handle',
  'variant_sku',
  'variant_barcode',
  'variant_title',
  'requires_shipping',
  'metadata',
  'created_at',
  'updated_at',
  'title',
  'quantity',
  'unit_price',
  'compare_at_unit_price',
  'is_tax_inclusive',
  'tax_lines',
  'adjustments',
  'product.collection_id',
  'product.type_id',
  'product.categories',
  'product.tags',
];

const ADDRESS = [
  'first_name',
  'last_name',
  'company',
  'address_1',
  'address_2',
  'city',
  'postal_code',
  'country_code',
  'province',
  'phone',
];

const within = (relation: string, names: readonly string[]): string[] =>
  names.map((name) => `${relation}.${name}`);

export const CART_DEFAULTS = [
  'id',
  'currency_code',
  'email',
  'locale',
  'region_id',
  'created_at',
  'updated_at',
  'completed_at',
  ...TOTALS,
  'discount_subtotal',
  'item_discount_total',
  'shipping_discount_total',
  'metadata',
  'sales_channel_id',
  'shipping_address_id',
  'customer_id',
  ...within('items', ITEM),
  'shipping_methods',
  ...within('shipping_address', ADDRESS),
  ...within('billing_address', ADDRESS),
  '*credit_lines',
  'customer.email',
  'customer.groups',
  ...within('region', ['name', 'currency_code', 'automatic_taxes', 'countries']),
  'promotions',
];

export const serializeCart = serializeAs('cart', cart, { defaults: CART_DEFAULTS });

/** {id, object, deleted, parent}: the removed line item, and the updated cart. */
export function serializeRemovedLine(details: OrderDetails, request: Request): Record<string, unknown> {
  const parent = render(cart, details, fieldsOf(request, CART_DEFAULTS));
  return { id: request.params['line_id'], object: 'line-item', deleted: true, parent };
}
