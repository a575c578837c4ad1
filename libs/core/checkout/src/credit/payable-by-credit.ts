import { Money } from '@tandem/money';
import { dueOf, type CollectionTotals, type PricedOrder } from '@tandem/payment-collections';

/** The most that credit may pay of an order: the total less other credit and payments. Never negative. */
export function payableByCredit(
  { order, collection }: { readonly order: PricedOrder; readonly collection: CollectionTotals },
  otherCredit: Money,
): Money {
  const credit = { storeCreditTotal: otherCredit, giftCardTotal: Money.zero(order.total.currency) };
  return dueOf({ ...order, ...credit }, [collection]).payable;
}
