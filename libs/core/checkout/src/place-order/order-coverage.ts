import type { Money } from '@tandem/money';
import {
  covered,
  dueOf,
  type CollectionTotals,
  type Due,
  type PricedOrder,
} from '@tandem/payment-collections';
import type { PaymentSession } from '@tandem/payment-sessions';
import { PAYMENT_IN_FLIGHT } from '../checkout.errors';

/** What decides whether an order is paid for: its price, its first collection, and refunds and voids in flight. */
export interface CoveringOrder {
  readonly order: PricedOrder;
  readonly collection: CollectionTotals;
  /** The amount that refunds and voids in flight take off the collection if they succeed. */
  readonly leaving: Money;
}

/** Whether payments cover what credit does not. An amount that is being refunded or voided covers nothing. */
export function isCovered({ order, collection, leaving }: CoveringOrder): boolean {
  const stays = { ...collection, refunded: collection.refunded.plus(leaving) };
  return dueOf(order, [stays]).uncovered.isZero();
}

/** Whether coverage depends on the gateway: a payment, a refund or a void is in flight. */
export function isUndecided({ collection, leaving }: CoveringOrder): boolean {
  return collection.reserved.isPositive() || leaving.isPositive();
}

/**
 * Whether a manual session covers the remaining amount. One in `processing` was started by an earlier or concurrent request, so
 * its amount is already reserved.
 */
export function coversRest(
  { state, coversAll, amount }: Pick<PaymentSession, 'state' | 'coversAll' | 'amount'>,
  { uncovered, payable }: Pick<Due, 'uncovered' | 'payable'>,
): boolean {
  if (uncovered.isZero()) return false;
  return state === 'processing' || (payable.isPositive() && (coversAll || payable.atMost(amount)));
}

/** The message for an order whose coverage depends on the gateway. */
export function whyUndecided({ leaving }: CoveringOrder): string {
  return leaving.isPositive() ? PAYMENT_IN_FLIGHT : 'A payment is still being processed';
}

/** The message for an order that its payments do not cover. */
export function whyUncovered({ order, collection }: CoveringOrder): string {
  if (!covered(collection).isPositive()) return 'No payment found';
  return `${dueOf(order, [collection]).payable.toDecimal()} is still to be paid`;
}
