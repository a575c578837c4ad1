import { collectionsOf, dueOfOrder, type OrderDetails } from '@tandem/checkout';
import { Money } from '@tandem/money';
import { pendingDifference } from '@tandem/payment-collections';
import { rawAmount } from '../../medusa-amount';
import { each, withRaw } from '../raw';

const zero = ({ order }: OrderDetails): Money => Money.zero(order.total.currency);
const whole = ({ order }: OrderDetails): Money => order.total;
const items = ({ order }: OrderDetails): Money => order.itemTotal;
/** The amount for payments: Medusa's total is net of credit lines. */
const total = (details: OrderDetails): Money => dueOfOrder(details).price;
const credit = (details: OrderDetails): Money => whole(details).minus(total(details));
/** The total when the order was placed: net of store credit and gift card only. */
const placedTotal = (details: OrderDetails): Money =>
  total(details).plus(dueOfOrder(details).creditLineTotal);

/** An imported order has shipping, tax and discounts as adjustments, so their separate totals are zero. */
export const totals = withRaw<OrderDetails>({
  total,
  ...each(['subtotal', 'original_total', 'original_subtotal'], whole),
  ...each(['item_total', 'item_subtotal', 'original_item_total', 'original_item_subtotal'], items),
  ...each(['credit_line_total', 'credit_line_subtotal'], credit),
  ...each(
    [
      'tax_total',
      'original_tax_total',
      'item_tax_total',
      'original_item_tax_total',
      'item_discount_total',
      'discount_total',
      'discount_subtotal',
      'discount_tax_total',
      'shipping_total',
      'shipping_subtotal',
      'shipping_tax_total',
      'shipping_discount_total',
      'original_shipping_total',
      'original_shipping_subtotal',
      'original_shipping_tax_total',
      'credit_line_tax_total',
    ],
    zero,
  ),
});

/** Medusa's summary of an order's payments, over all its collections. */
export function summary(details: OrderDetails): Record<string, unknown> {
  const collections = collectionsOf(details).map(({ collection }) => collection);
  const sum = (of: 'captured' | 'refunded'): Money =>
    collections.reduce((so, collection) => so.plus(collection[of]), zero(details));
  const due = dueOfOrder(details);
  const sums: Record<string, Money> = {
    paid_total: sum('captured'),
    refunded_total: sum('refunded'),
    transaction_total: due.paymentTotal,
    pending_difference: pendingDifference(due),
    original_order_total: placedTotal(details),
    ...each(['current_order_total', 'accounting_total'], due.price),
    credit_line_total: credit(details),
  };
  const pairs = Object.entries(sums).flatMap(([name, amount]): [string, unknown][] => [
    [name, amount.toNumber()],
    [`raw_${name}`, rawAmount(amount)],
  ]);
  return Object.fromEntries(pairs);
}
