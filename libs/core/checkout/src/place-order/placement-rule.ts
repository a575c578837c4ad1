import { covered, dueOf, type PricedOrder } from '@tandem/payment-collections';
import type { Order } from '@tandem/orders';
import { isCovered, isUndecided, type CoveringOrder } from './order-coverage';
import { requirementsOf } from '../carts/requirements';

/**
 * What becomes of an open order that is looked at without its shopper:
 * - `place`: covered, lacking nothing, and asked for;
 * - `wait`: a payment, a refund or a void is on its way, which decides;
 * - `keep`: money is on it, and something keeps it from being placed, which an operator is told;
 * - `forget`: no money is on it or on its way: a cart like any other.
 */
export type PlaceDecision =
  { readonly is: 'place' | 'wait' | 'forget' } | { readonly is: 'keep'; readonly problem: string };

/** An order with what says whether it is placed. */
export interface PlaceableOrder extends CoveringOrder {
  readonly order: PricedOrder & Pick<Order, 'items' | 'email' | 'step' | 'placementRequestedAt'>;
}

/**
 * `isRequested`: its completion was asked for, or whoever learned of the money is not its shopper: a gateway's event, the late
 * look-up, an operator. What a shopper pays and does not complete is theirs to complete (in Spree a session's completion places
 * nothing), and named to an operator when nobody comes.
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
  // Covered by credit alone: nobody has paid, so nobody but its shopper says that it is wanted.
  if (!hasMoney && order.placementRequestedAt === null) return { is: 'forget' };
  const [missing] = requirementsOf(order);
  if (missing) return keepOpen(missing.message);
  return isRequested ? { is: 'place' } : keepOpen('It is paid, and nobody has completed it');
}

const keepOpen = (problem: string): PlaceDecision => ({ is: 'keep', problem });
