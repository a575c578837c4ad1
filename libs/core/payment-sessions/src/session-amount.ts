import type { Money } from '@tandem/money';
import type { Due, PaymentCollection } from '@tandem/payment-collections';
import type { PaymentMethod } from '@tandem/payment-methods';
import type { PaymentSession } from './payment-session';

type SessionAmount = Pick<PaymentSession, 'amount' | 'coversAll'>;

/**
 * How much a further session of a collection may authorize, so that an order's collections together never take more than is due:
 * - first collection: what no payment covers yet;
 * - any other: what may be captured now, because it asks again for a part of the price that may already be authorized.
 */
export function payableOf(
  { id, orderId, amount }: Pick<PaymentCollection, 'id' | 'orderId' | 'amount'>,
  { payable, collectable }: Pick<Due, 'payable' | 'collectable'>,
): Money {
  return id === orderId ? payable : collectable.min(amount);
}

/** Whether a session can still be authorized. One for the full outstanding amount cannot once that has changed. */
export function isPayable({ amount, coversAll }: SessionAmount, remaining: Money): boolean {
  return coversAll ? amount.compare(remaining) === 0 : amount.atMost(remaining);
}

/** A manual payment of the full outstanding amount follows that amount: no gateway has shown the shopper another. */
export function amountFollowingDue(
  { amount, coversAll }: SessionAmount,
  { sessionRequired }: Pick<PaymentMethod, 'sessionRequired'>,
  remaining: Money,
): Money {
  return !sessionRequired && coversAll && remaining.isPositive() ? remaining : amount;
}
