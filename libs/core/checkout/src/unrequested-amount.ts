import { Money } from '@tandem/money';
import {
  dueOf,
  type CollectionTotals,
  type PaymentCollection,
  type PricedOrder,
} from '@tandem/payment-collections';

type RequestedCollection = CollectionTotals & Pick<PaymentCollection, 'id' | 'orderId' | 'amount'>;

/**
 * The highest amount for a further collection of a placed order: what is neither captured nor requested by another further
 * collection. An authorized amount can still be released, so it does not count as captured.
 */
export function unrequestedAmount(order: PricedOrder, ofOrder: readonly RequestedCollection[]): Money {
  const { outstanding } = dueOf(order, ofOrder);
  const pending = ofOrder.filter(({ id, orderId, authorized }) => id !== orderId && authorized.isZero());
  const remaining = pending.reduce((rest, { amount }) => rest.minus(amount), outstanding);
  return remaining.isPositive() ? remaining : Money.zero(remaining.currency);
}
