import { Money } from '@tandem/money';
import type { Order } from '@tandem/orders';
import { claimed, covered, kept, type PaymentCollection } from './payment-collection';

/** The part of an order that says what is to be paid for it. */
export type PricedOrder = Pick<Order, 'state' | 'total' | 'storeCreditTotal' | 'giftCardTotal'> & {
  readonly creditLines: readonly Pick<Order['creditLines'][number], 'amount' | 'voidedAt'>[];
};

/** What the payments of a collection have come to. */
export type CollectionTotals = Pick<
  PaymentCollection,
  'authorized' | 'captured' | 'refunded' | 'canceled' | 'reserved'
>;

/** What is due for an order. Every amount but `paymentTotal` and `creditLineTotal` is zero or more. */
export interface Due {
  /** What live credit lines take off the price. Below zero where they add to it. */
  readonly creditLineTotal: Money;
  /** What payments are to pay: the total less store credit, gift card and credit lines. */
  readonly price: Money;
  /** Captured and not refunded (Spree's payment_total, Medusa's transaction_total). */
  readonly paymentTotal: Money;
  /** Not captured yet, though it may be authorized. */
  readonly outstanding: Money;
  /** Neither captured nor authorized (Spree's amount_due). */
  readonly uncovered: Money;
  /** What one more session may authorize: uncovered, and no authorization in flight is for it. */
  readonly payable: Money;
  /** What may be captured now: outstanding, less the captures and authorizations in flight. */
  readonly collectable: Money;
  /** Captured beyond what the order asks for, and not refunded. */
  readonly owedBack: Money;
}

/**
 * What is due for an order, for both dialects and every act:
 * - a canceled order owes nothing, and is owed back all that was captured and not refunded;
 * - a credit line takes its amount off the price, so that a refund with its credit line leaves what is due as it was;
 * - store credit and gift cards pay before payments do.
 * `collections` are all of the order's; `capturing` is what its captures in flight may take.
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
  const paymentTotal = sum(kept);
  const asked = order.state === 'canceled' ? zero : price;
  const reserved = sum((collection) => collection.reserved);
  const uncovered = asked.minus(sum(covered));
  const outstanding = asked.minus(paymentTotal);
  return {
    creditLineTotal,
    price,
    paymentTotal,
    outstanding: atLeastZero(outstanding),
    uncovered: atLeastZero(uncovered),
    payable: atLeastZero(asked.minus(sum(claimed))),
    collectable: atLeastZero(outstanding.minus(reserved).minus(capturing)),
    owedBack: atLeastZero(paymentTotal.minus(asked)),
  };
}

/** Medusa's pending_difference: what is still to be captured, or below zero what is owed back. */
export function pendingDifference({ outstanding, owedBack }: Due): Money {
  return outstanding.minus(owedBack);
}

/**
 * What of a refund is a credit: all that exceeds what is owed back already (Medusa 2.21.2). `due` is from before the refund.
 */
export function creditOfRefund({ owedBack }: Due, refund: Money): Money {
  return atLeastZero(refund.minus(owedBack));
}

function liveCreditOf({ total, creditLines }: PricedOrder): Money {
  const live = creditLines.filter(({ voidedAt }) => voidedAt === null);
  return live.reduce((sum, { amount }) => sum.plus(amount), Money.zero(total.currency));
}

function atLeastZero(amount: Money): Money {
  return amount.isPositive() ? amount : Money.zero(amount.currency);
}
