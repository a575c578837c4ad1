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

/** What of an order, its first collection and what is on its way back says whether it can be placed. */
export interface CoveringOrder {
  readonly order: PricedOrder;
  readonly collection: CollectionTotals;
  /** What refunds and voids in flight take of the collection if they succeed. */
  readonly leaving: Money;
}

/** Whether payments cover all that credit does not. What is on its way back may be gone any moment, and covers nothing. */
export function isCovered({ order, collection, leaving }: CoveringOrder): boolean {
  const stays = { ...collection, refunded: collection.refunded.plus(leaving) };
  return dueOf(order, [stays]).uncovered.isZero();
}

/** Whether the gateway decides yet if it is covered: a payment is on its way, or a refund. */
export function isUndecided({ collection, leaving }: CoveringOrder): boolean {
  return collection.reserved.isPositive() || leaving.isPositive();
}

/**
 * Whether a session that is to be paid by hand pays all that is left. One that is processing was begun by a request before or beside
 * this one, and has its part of what is due already.
 */
export function coversRest(
  { state, coversAll, amount }: Pick<PaymentSession, 'state' | 'coversAll' | 'amount'>,
  { uncovered, payable }: Pick<Due, 'uncovered' | 'payable'>,
): boolean {
  if (uncovered.isZero()) return false;
  return state === 'processing' || (payable.isPositive() && (coversAll || payable.atMost(amount)));
}

/** What is said of an order whose gateway decides yet. */
export function whyUndecided({ leaving }: CoveringOrder): string {
  return leaving.isPositive() ? PAYMENT_IN_FLIGHT : 'A payment is still being processed';
}

/** What is said of an order that its payments do not cover. */
export function whyUncovered({ order, collection }: CoveringOrder): string {
  if (!covered(collection).isPositive()) return 'No payment found';
  return `${dueOf(order, [collection]).payable.toDecimal()} is still to be paid`;
}
