import type { OrderDetails } from '@tandem/checkout';
import { Money } from '@tandem/money';
import type { Order, OrderItem, OrderState } from '@tandem/orders';
import { displayAmount, spreeAmount } from '../../spree-amount';
import { spreeId } from '../../spree-ids';
import type { SpreeLineItem, SpreeOrder } from './order.dto';
import { presentPaymentMethod } from './payment-methods/payment-method.presenter';
import { presentPaymentsOf } from './payments/payment.presenter';

/** An order handed over is past address and delivery: its next step is to be paid. */
const STATE = { open: 'payment', completed: 'complete', canceled: 'canceled' } satisfies Record<
  OrderState,
  string
>;

export function presentOrder(details: OrderDetails): SpreeOrder {
  const { order, methods } = details;
  return {
    id: spreeId('order', order.id),
    number: order.number,
    state: STATE[order.state],
    checkout_steps: ['payment', 'complete'],
    token: order.token,
    email: order.email,
    special_instructions: null,
    currency: order.total.currency,
    locale: null,
    item_count: order.itemCount,
    state_lock_version: 0,
    shipment_state: null,
    payment_state: paymentState(details),
    ...totalsOf(order),
    total: spreeAmount(order.total),
    display_total: displayAmount(order.total),
    completed_at: order.completedAt?.toISOString() ?? null,
    created_at: order.createdAt.toISOString(),
    updated_at: order.updatedAt.toISOString(),
    order_promotions: [],
    line_items: order.items.map(presentLineItem),
    shipments: [],
    payments: presentPaymentsOf(details),
    bill_address: null,
    ship_address: null,
    payment_methods: methods.filter(({ active }) => active).map(presentPaymentMethod),
  };
}

/** Amounts with their display_ twins. Shipping, tax and promotions come as adjustments, so their own totals are zero. */
function totalsOf(order: Order): Record<string, string> {
  const zero = Money.zero(order.total.currency);
  return withDisplay({
    item_total: order.itemTotal,
    ship_total: zero,
    adjustment_total: order.adjustmentTotal,
    promo_total: zero,
    tax_total: zero,
    included_tax_total: zero,
    additional_tax_total: zero,
  });
}

function presentLineItem(item: OrderItem): SpreeLineItem {
  const zero = Money.zero(item.price.currency);
  const total = item.price.times(item.quantity);
  return {
    id: spreeId('lineItem', item.id),
    variant_id: item.sku ?? '',
    quantity: item.quantity,
    currency: item.price.currency,
    name: item.name,
    slug: '',
    options_text: '',
    price: spreeAmount(item.price),
    display_price: displayAmount(item.price),
    total: spreeAmount(total),
    display_total: displayAmount(total),
    ...withDisplay({
      adjustment_total: zero,
      additional_tax_total: zero,
      included_tax_total: zero,
      promo_total: zero,
      pre_tax_amount: total,
      discounted_amount: total,
    }),
    compare_at_amount: null,
    display_compare_at_amount: null,
    created_at: item.createdAt.toISOString(),
    updated_at: item.updatedAt.toISOString(),
    thumbnail_url: null,
    option_values: [],
    digital_links: [],
  };
}

function withDisplay(amounts: Readonly<Record<string, Money>>): Record<string, string> {
  const pairs = Object.entries(amounts).flatMap(([name, money]) => [
    [name, spreeAmount(money)],
    [`display_${name}`, displayAmount(money)],
  ]);
  return Object.fromEntries(pairs) as Record<string, string>;
}

/** Spree's payment_state: null for a cart; then what was taken and not given back, against the total. */
function paymentState({ order, payment: { collection } }: OrderDetails): string | null {
  if (order.state === 'open') return null;
  const kept = collection.captured.minus(collection.refunded);
  if (order.state === 'canceled' && !kept.isPositive()) return 'void';
  if (kept.lessThan(collection.amount)) return 'balance_due';
  return collection.amount.lessThan(kept) ? 'credit_owed' : 'paid';
}
