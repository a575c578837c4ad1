import { collectionsOf, type OrderDetails } from '@tandem/checkout';
import { Money } from '@tandem/money';
import type { OrderItem } from '@tandem/orders';
import { many, one, type Resource } from '../fields';
import { rawAmount } from '../medusa-amount';
import { medusaId } from '../medusa-ids';
import { collection } from './collection.resource';
import { collectionStatus } from './collection-status';
import { isoOrNull, times } from './times';

type Field = (details: OrderDetails) => unknown;

const zero = ({ order }: OrderDetails): Money => Money.zero(order.total.currency);
const itemTotal = ({ order }: OrderDetails): Money => order.itemTotal;
const total = ({ order }: OrderDetails): Money => order.total;
const number =
  (of: (details: OrderDetails) => Money): Field =>
  (details) =>
    of(details).toNumber();
const same = (names: readonly string[], of: Field): Record<string, Field> =>
  Object.fromEntries(names.map((name) => [name, of]));

/** An order handed over carries its shipping, tax and discounts as adjustments, so each of their own totals is zero. */
const totals: Record<string, Field> = {
  ...same(['total', 'subtotal', 'original_total', 'original_subtotal'], number(total)),
  ...same(
    ['item_total', 'item_subtotal', 'original_item_total', 'original_item_subtotal'],
    number(itemTotal),
  ),
  ...same(
    [
      'tax_total',
      'original_tax_total',
      'item_tax_total',
      'original_item_tax_total',
      'discount_total',
      'discount_subtotal',
      'discount_tax_total',
      'shipping_total',
      'shipping_subtotal',
      'shipping_tax_total',
      'original_shipping_total',
      'original_shipping_subtotal',
      'original_shipping_tax_total',
      'credit_line_total',
      'credit_line_subtotal',
      'credit_line_tax_total',
    ],
    number(zero),
  ),
};

const shared: Record<string, Field> = {
  currency_code: ({ order }) => order.total.currency.toLowerCase(),
  region_id: ({ order }) => medusaId('region', order.regionId),
  email: ({ order }) => order.email,
  customer_id: ({ order }) => order.customerId && medusaId('customer', order.customerId),
  ...totals,
  metadata: ({ order }) => order.metadata,
  created_at: ({ order }) => times.created_at(order),
  updated_at: ({ order }) => times.updated_at(order),
};

const itemFields = (kind: 'cartItem' | 'orderItem'): Resource<OrderItem>['fields'] => ({
  id: (item) => medusaId(kind, item.id),
  title: (item) => item.name,
  variant_sku: (item) => item.sku,
  quantity: (item) => item.quantity,
  unit_price: (item) => item.price.toNumber(),
  raw_unit_price: (item) => rawAmount(item.price),
  subtotal: (item) => item.price.times(item.quantity).toNumber(),
  total: (item) => item.price.times(item.quantity).toNumber(),
  metadata: () => ({}),
  ...times,
});

const cartItem: Resource<OrderItem> = { fields: itemFields('cartItem'), relations: {} };
const orderItem: Resource<OrderItem> = { fields: itemFields('orderItem'), relations: {} };

const items = ({ order }: OrderDetails): readonly OrderItem[] => order.items;

/** What an order's payments have come to, as Medusa sums it up. */
function summary(details: OrderDetails): Record<string, unknown> {
  const { order } = details;
  const zero = Money.zero(order.total.currency);
  const all = collectionsOf(details).map(({ collection: paid }) => paid);
  const captured = all.reduce((sum, paid) => sum.plus(paid.captured), zero);
  const refunded = all.reduce((sum, paid) => sum.plus(paid.refunded), zero);
  const sums: Record<string, Money> = {
    paid_total: captured,
    refunded_total: refunded,
    transaction_total: captured.minus(refunded),
    pending_difference: order.total.minus(captured.minus(refunded)),
    current_order_total: order.total,
    original_order_total: order.total,
    accounting_total: order.total,
    credit_line_total: zero,
  };
  const pairs = Object.entries(sums).flatMap(([name, sum]) => [
    [name, sum.toNumber()],
    [`raw_${name}`, rawAmount(sum)],
  ]);
  return Object.fromEntries(pairs) as Record<string, unknown>;
}

/** Digits of its number, for Medusa counts its orders. */
function displayId({ order }: OrderDetails): number {
  return Number(/\d{1,15}/.exec(order.number)?.[0] ?? 0);
}

export const placedOrder: Resource<OrderDetails> = {
  fields: {
    id: ({ order }) => medusaId('order', order.id),
    status: ({ order }) => (order.state === 'canceled' ? 'canceled' : 'pending'),
    summary,
    display_id: displayId,
    custom_display_id: ({ order }) => order.number,
    payment_status: ({ payment }) => collectionStatus(payment),
    ...shared,
  },
  relations: {
    items: many(() => orderItem, items),
    payment_collections: many(() => collection, collectionsOf),
  },
};

export const cart: Resource<OrderDetails> = {
  fields: {
    id: ({ order }) => medusaId('cart', order.id),
    locale: () => null,
    completed_at: ({ order }) => isoOrNull(order.completedAt),
    ...shared,
  },
  relations: {
    items: many(() => cartItem, items),
    payment_collection: one(
      () => collection,
      ({ payment }: OrderDetails) => payment,
    ),
  },
};
