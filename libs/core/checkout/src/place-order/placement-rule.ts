import { covered, dueOf, type PricedOrder } from '@tandem/payment-collections';
import type { Order } from '@tandem/orders';
import { isCovered, isUndecided, type CoveringOrder } from './order-coverage';
import { requirementsOf } from '../carts/requirements';

/**
 * What to do with an open order when its shopper is not the caller:
 * - `place`: it is covered, complete, and its placement was requested;
 * - `wait`: a payment, a refund or a void is in flight and decides;
 * - `keep`: it has money but cannot be placed; an operator sees the problem;
 * - `forget`: it has no money, settled or in flight: an ordinary cart.
 */
export type PlaceDecision =
  { readonly is: 'place' | 'wait' | 'forget' } | { readonly is: 'keep'; readonly problem: string };

/** An order with everything that decides whether it is placed. */
export interface PlaceableOrder extends CoveringOrder {
  readonly order: PricedOrder & Pick<Order, 'items' | 'email' | 'step' | 'placementRequestedAt'>;
}

/**
 * `isRequested`: the shopper asked to complete the order, or a webhook event, the resolver or an operator settled its payment. An
 * order that a shopper paid but did not complete stays open (in Spree, completing a session does not place the order) and is
 * listed for an operator.
 */
export function decidePlacement(locked: PlaceableOrder, isRequested: boolean): PlaceDecision {
  const { order, collection } = locked;
  const hasMoney = covered(collection).isPositive();
  if (!isCovered(locked)) {
    if (isUndecided(locked)) return { is: 'wait' };
    if (!hasMoney) return { is: 'forget' };
    const { uncovered } = dueOf(order, [collection]);
    return keepOpen(`${uncovered.toDecimal()} ${uncovered.currency} is still to be paid`);
  }
  // Covered by credit alone: no payment was made, so only its shopper can request placement.
  if (!hasMoney && order.placementRequestedAt === null) return { is: 'forget' };
  const [missing] = requirementsOf(order);
  if (missing) return keepOpen(missing.message);
  return isRequested ? { is: 'place' } : keepOpen('It is paid but was not completed');
}

const keepOpen = (problem: string): PlaceDecision => ({ is: 'keep', problem });
