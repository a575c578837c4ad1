import { Money } from '@tandem/money';
import type { Order, OrderItem } from '@tandem/orders';
import { one, type Resource } from '../../fields/fields';
import { rawAmount } from '../../medusa-amount';
import { medusaId } from '../../ids/medusa-ids';
import { each, rawCount, withRaw } from '../raw';
import { times } from '../times';
import { product, variant, type VariantOfLine } from '../variant.resource';

/** A line item and its order. */
export interface ItemOfOrder {
  readonly item: OrderItem;
  readonly order: Order;
}

type Fields = Resource<ItemOfOrder>['fields'];

const whole = ({ item }: ItemOfOrder): Money => item.price.times(item.quantity);
const zero = ({ item }: ItemOfOrder): Money => Money.zero(item.price.currency);
const none = (): null => null;
const no = (): boolean => false;
const nothing = (): unknown[] => [];

const totals = withRaw<ItemOfOrder>({
  ...each(['subtotal', 'total', 'original_subtotal', 'original_total', 'refundable_total'], whole),
  refundable_total_per_unit: ({ item }) => item.price,
  ...each(
    [
      'discount_subtotal',
      'discount_tax_total',
      'discount_total',
      'tax_total',
      'original_tax_total',
      'fulfilled_total',
      'shipped_total',
      'return_requested_total',
      'return_received_total',
      'return_dismissed_total',
      'write_off_total',
    ],
    zero,
  ),
});

/** Tandem stores a line item's name, SKU and variant, but no products, taxes or shipments. */
const itemFields: Fields = {
  title: ({ item }) => item.name,
  product_title: ({ item }) => item.name,
  variant_title: ({ item }) => item.name,
  variant_sku: ({ item }) => item.sku,
  variant_id: ({ item }) => item.variantId && medusaId('variant', item.variantId),
  product_id: ({ item }) => item.variantId && medusaId('product', item.variantId),
  ...each(
    [
      'subtitle',
      'thumbnail',
      'product_description',
      'product_subtitle',
      'product_type',
      'product_type_id',
      'product_collection',
      'product_handle',
      'variant_barcode',
      'variant_option_values',
      'compare_at_unit_price',
      'raw_compare_at_unit_price',
    ],
    none,
  ),
  ...each(['requires_shipping', 'is_giftcard', 'is_discountable', 'is_tax_inclusive', 'is_custom_price'], no),
  ...each(['tax_lines', 'adjustments'], nothing),
  metadata: ({ item }) => item.metadata,
  quantity: ({ item }) => item.quantity,
  raw_quantity: ({ item }) => rawCount(item.quantity),
  unit_price: ({ item }) => item.price.toNumber(),
  raw_unit_price: ({ item }) => rawAmount(item.price),
  ...totals,
  created_at: ({ item }) => times.created_at(item),
  updated_at: ({ item }) => times.updated_at(item),
  deleted_at: times.deleted_at,
};

const relations: Resource<ItemOfOrder>['relations'] = {
  variant: one(
    () => variant,
    ({ item }: ItemOfOrder) => variantOf(item),
    { stub: false },
  ),
  product: one(
    () => product,
    ({ item }: ItemOfOrder) => variantOf(item),
    { stub: false },
  ),
};

export const cartItem: Resource<ItemOfOrder> = {
  fields: { id: ({ item }) => medusaId('cartItem', item.id), ...itemFields },
  relations,
};

const ALWAYS_ZERO = [
  'fulfilled_quantity',
  'delivered_quantity',
  'shipped_quantity',
  'return_requested_quantity',
  'return_received_quantity',
  'return_dismissed_quantity',
  'written_off_quantity',
];

/** The line item's data in an order version. */
const detail: Resource<ItemOfOrder> = {
  fields: {
    id: ({ item }) => medusaId('orderItemDetail', item.id),
    version: ({ order }) => versionOf(order),
    metadata: () => ({}),
    order_id: ({ order }) => medusaId('order', order.id),
    item_id: ({ item }) => medusaId('orderItem', item.id),
    // Medusa stores the price with every version except the first.
    unit_price: (line) => changedPrice(line)?.toNumber() ?? null,
    raw_unit_price: (line) => rawAmount(changedPrice(line)),
    ...each(['compare_at_unit_price', 'raw_compare_at_unit_price'], none),
    quantity: ({ item }) => item.quantity,
    raw_quantity: ({ item }) => rawCount(item.quantity),
    ...each(ALWAYS_ZERO, () => 0),
    ...each(
      ALWAYS_ZERO.map((name) => `raw_${name}`),
      () => rawCount(0),
    ),
    created_at: ({ item }) => times.created_at(item),
    updated_at: ({ item }) => times.updated_at(item),
    deleted_at: times.deleted_at,
  },
  relations: {},
};

export const orderItem: Resource<ItemOfOrder> = {
  fields: {
    id: ({ item }) => medusaId('orderItem', item.id),
    ...itemFields,
    line_item_metadata: ({ item }) => item.metadata,
  },
  relations: {
    ...relations,
    detail: one(
      () => detail,
      (line: ItemOfOrder) => line,
      { stub: false },
    ),
  },
};

/** Medusa counts an order's changes: here each credit line and the cancellation of a placed order. */
export function versionOf({ state, creditLines }: Order): number {
  return 1 + creditLines.length + (state === 'canceled' ? 1 : 0);
}

function changedPrice({ item, order }: ItemOfOrder): Money | null {
  return versionOf(order) > 1 ? item.price : null;
}

function variantOf(item: OrderItem): VariantOfLine | null {
  const { variantId, name, sku, createdAt, updatedAt } = item;
  return variantId === null ? null : { id: variantId, name, sku, createdAt, updatedAt };
}
