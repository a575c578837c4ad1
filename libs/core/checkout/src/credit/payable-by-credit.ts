import { Money } from '@tandem/money';
import { dueOf, type CollectionTotals, type PricedOrder } from '@tandem/payment-collections';

/** What credit may still pay of an order: all that other credit and payments leave. Never negative. */
export function payableByCredit(
  { order, collection }: { readonly order: PricedOrder; readonly collection: CollectionTotals },
  otherCredit: Money,
): Money {
  const credit = { storeCreditTotal: otherCredit, giftCardTotal: Money.zero(order.total.currency) };
  return dueOf({ ...order, ...credit }, [collection]).payable;
}
