import { Money } from '@tandem/money';
import {
  dueOf,
  type CollectionTotals,
  type PaymentCollection,
  type PricedOrder,
} from '@tandem/payment-collections';

type RequestedCollection = CollectionTotals & Pick<PaymentCollection, 'id' | 'orderId' | 'amount'>;

/**
 * What a further collection of a placed order may still ask for: what is neither captured nor asked for by another further
 * collection. An authorized amount can still be released, so it does not count.
 */
export function unrequestedAmount(order: PricedOrder, ofOrder: readonly RequestedCollection[]): Money {
  const { outstanding } = dueOf(order, ofOrder);
  const inFlight = ofOrder.filter(({ id, orderId, authorized }) => id !== orderId && authorized.isZero());
  const left = inFlight.reduce((so, { amount }) => so.minus(amount), outstanding);
  return left.isPositive() ? left : Money.zero(left.currency);
}
