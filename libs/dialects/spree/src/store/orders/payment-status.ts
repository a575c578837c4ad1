import { collectionsOf, dueIn, type OrderDetails } from '@tandem/checkout';
import { covered, kept, type PaymentCollection } from '@tandem/payment-collections';
import { Money } from '@tandem/money';

/** Spree's payment_state: null for a cart; then what was captured and not refunded, against what is due. */
export function paymentState(details: OrderDetails): string | null {
  const { state } = details.order;
  if (state === 'open') return null;
  const { outstanding, owedBack } = dueIn(details);
  if (owedBack.isPositive()) return 'credit_owed';
  if (state === 'canceled') return 'void';
  return outstanding.isPositive() ? 'balance_due' : 'paid';
}

/**
 * Today's word beside it, the first that fits:
 * - refunded once all that was captured was refunded, overcharged while any of it is owed back, partially_refunded once a part was;
 * - paid once nothing is left to capture, partially_paid once a part was captured;
 * - authorized while a payment holds anything; voided where the order is canceled or its payments were; else none.
 */
export function paymentStatus(details: OrderDetails): string {
  const sum = sums(details);
  return capturedStatus(details, sum) ?? uncapturedStatus(details, sum);
}

function capturedStatus(details: OrderDetails, { captured, refunded }: Sums): string | null {
  if (refunded.isPositive() && captured.atMost(refunded)) return 'refunded';
  if (dueIn(details).owedBack.isPositive()) return 'overcharged';
  if (refunded.isPositive()) return 'partially_refunded';
  if (isPaid(details, captured)) return 'paid';
  return captured.isPositive() ? 'partially_paid' : null;
}

/** A placed order that credit has paid whole has nothing to capture. */
function isPaid(details: OrderDetails, captured: Money): boolean {
  const { state } = details.order;
  const isAsked = state === 'completed' || (state === 'open' && captured.isPositive());
  return isAsked && dueIn(details).outstanding.isZero();
}

function uncapturedStatus({ order }: OrderDetails, { authorized, held }: Sums): string {
  if (held.isPositive()) return 'authorized';
  return order.state === 'canceled' || authorized.isPositive() ? 'voided' : 'none';
}

interface Sums {
  readonly authorized: Money;
  /** Authorized and not captured. */
  readonly held: Money;
  readonly captured: Money;
  readonly refunded: Money;
}

/** Over all its collections: the first asks for the whole price, a further one for a part of that again. */
function sums(details: OrderDetails): Sums {
  const zero = Money.zero(details.order.total.currency);
  const sum = (part: (collection: PaymentCollection) => Money): Money =>
    collectionsOf(details).reduce((so, { collection }) => so.plus(part(collection)), zero);
  return {
    authorized: sum(({ authorized }) => authorized),
    held: sum((collection) => covered(collection).minus(kept(collection))),
    captured: sum(({ captured }) => captured),
    refunded: sum(({ refunded }) => refunded),
  };
}
