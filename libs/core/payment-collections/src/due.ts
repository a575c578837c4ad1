import { Money } from '@tandem/money';
import type { Order } from '@tandem/orders';
import { claimed, covered, netCaptured, type PaymentCollection } from './payment-collection';

/** The fields of an order that determine what is due. */
export type PricedOrder = Pick<Order, 'state' | 'total' | 'storeCreditTotal' | 'giftCardTotal'> & {
  readonly creditLines: readonly Pick<Order['creditLines'][number], 'amount' | 'voidedAt'>[];
};

/** The totals of a collection's payments. */
export type CollectionTotals = Pick<
  PaymentCollection,
  'authorized' | 'captured' | 'refunded' | 'canceled' | 'reserved'
>;

/** The amounts due for an order. All but `price`, `paymentTotal` and `creditLineTotal` are zero or more. */
export interface Due {
  /** Sum of the credit lines that are not voided; they reduce the price. Negative if they increase it. */
  readonly creditLineTotal: Money;
  /** The amount that payments must cover: the total less store credit, gift card and credit lines. */
  readonly price: Money;
  /** Captured and not refunded (Spree's payment_total, Medusa's transaction_total). */
  readonly paymentTotal: Money;
  /** Not captured yet, but possibly authorized. */
  readonly outstanding: Money;
  /** Neither captured nor authorized (Spree's amount_due). */
  readonly uncovered: Money;
  /** What another session may authorize: uncovered, less authorizations in flight. */
  readonly payable: Money;
  /** What may be captured now: outstanding, less captures and authorizations in flight. */
  readonly collectable: Money;
  /** Captured in excess of the price and not refunded. */
  readonly refundDue: Money;
}

/**
 * Calculates the amounts due for an order, for both dialects and all use cases:
 * - a canceled order has nothing outstanding, and all that was captured and not refunded is due back;
 * - a credit line reduces the price, so that a refund with its credit line leaves what is outstanding unchanged;
 * - store credit and gift cards are applied before payments.
 * `collections`: all of the order's; `capturing`: the total of captures in flight.
 */
export function dueOf(
  order: PricedOrder,
  collections: readonly CollectionTotals[],
  capturing: Money = Money.zero(order.total.currency),
): Due {
  const zero = Money.zero(order.total.currency);
  const sum = (of: (collection: CollectionTotals) => Money): Money =>
    collections.reduce((so, collection) => so.plus(of(collection)), zero);
  const creditLineTotal = liveCreditOf(order);
  const price = order.total.minus(order.storeCreditTotal).minus(order.giftCardTotal).minus(creditLineTotal);
  const paymentTotal = sum(netCaptured);
  const required = order.state === 'canceled' ? zero : price;
  const reserved = sum((collection) => collection.reserved);
  const uncovered = required.minus(sum(covered));
  const outstanding = required.minus(paymentTotal);
  return {
    creditLineTotal,
    price,
    paymentTotal,
    outstanding: atLeastZero(outstanding),
    uncovered: atLeastZero(uncovered),
    payable: atLeastZero(required.minus(sum(claimed))),
    collectable: atLeastZero(outstanding.minus(reserved).minus(capturing)),
    refundDue: atLeastZero(paymentTotal.minus(required)),
  };
}

/** Medusa's pending_difference: what is outstanding, or as a negative amount the refund due. */
export function pendingDifference({ outstanding, refundDue }: Due): Money {
  return outstanding.minus(refundDue);
}

/**
 * The part of a refund that becomes a credit line: what exceeds the refund due (Medusa 2.21.2). Pass the amounts from before the refund.
 */
export function creditOfRefund({ refundDue }: Due, refund: Money): Money {
  return atLeastZero(refund.minus(refundDue));
}

function liveCreditOf({ total, creditLines }: PricedOrder): Money {
  const live = creditLines.filter(({ voidedAt }) => voidedAt === null);
  return live.reduce((sum, { amount }) => sum.plus(amount), Money.zero(total.currency));
}

function atLeastZero(amount: Money): Money {
  return amount.isPositive() ? amount : Money.zero(amount.currency);
}
