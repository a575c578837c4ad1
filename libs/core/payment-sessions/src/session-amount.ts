import type { Money } from '@tandem/money';
import type { Due, PaymentCollection } from '@tandem/payment-collections';
import type { PaymentMethod } from '@tandem/payment-methods';
import type { PaymentSession } from './payment-session';

type SessionAmount = Pick<PaymentSession, 'amount' | 'coversAll'>;

/**
 * What one more session of a collection may authorize, so that an order's collections together never take more than is due:
 * - of an order's first collection what nothing covers yet;
 * - of a further one what may be captured now: it asks for a part of the price again, which may be held and not captured.
 */
export function payableOf(
  { id, orderId, amount }: Pick<PaymentCollection, 'id' | 'orderId' | 'amount'>,
  { payable, collectable }: Pick<Due, 'payable' | 'collectable'>,
): Money {
  return id === orderId ? payable : collectable.min(amount);
}

/** Whether a session can still be authorized. One that was to pay all there was cannot once that has changed. */
export function fits({ amount, coversAll }: SessionAmount, left: Money): boolean {
  return coversAll ? amount.compare(left) === 0 : amount.atMost(left);
}

/** Nobody was shown an amount by a gateway: what is to pay by hand all there is follows what that has become. */
export function fittingAmount(
  { amount, coversAll }: SessionAmount,
  { sessionRequired }: Pick<PaymentMethod, 'sessionRequired'>,
  left: Money,
): Money {
  return !sessionRequired && coversAll && left.isPositive() ? left : amount;
}
