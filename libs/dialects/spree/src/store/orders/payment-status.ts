import { collectionsOf, dueOfOrder, type OrderDetails } from '@tandem/checkout';
import { covered, netCaptured, type PaymentCollection } from '@tandem/payment-collections';
import { Money } from '@tandem/money';

/** Spree's payment_state: null for a cart; then compares what was captured and not refunded with the amount due. */
export function paymentState(details: OrderDetails): string | null {
  const { state } = details.order;
  if (state === 'open') return null;
  const { outstanding, refundDue } = dueOfOrder(details);
  if (refundDue.isPositive()) return 'credit_owed';
  if (state === 'canceled') return 'void';
  return outstanding.isPositive() ? 'balance_due' : 'paid';
}

/**
 * payment_status of the current API; the first match applies:
 * - refunded: all that was captured was refunded; overcharged: a refund is due; partially_refunded: a part was refunded;
 * - paid: nothing is outstanding; partially_paid: a part was captured;
 * - authorized: a payment has an uncaptured amount; voided: the order or its payments are canceled; otherwise none.
 */
export function paymentStatus(details: OrderDetails): string {
  const sum = sums(details);
  return capturedStatus(details, sum) ?? uncapturedStatus(details, sum);
}

function capturedStatus(details: OrderDetails, { captured, refunded }: Sums): string | null {
  if (refunded.isPositive() && captured.atMost(refunded)) return 'refunded';
  if (dueOfOrder(details).refundDue.isPositive()) return 'overcharged';
  if (refunded.isPositive()) return 'partially_refunded';
  if (isPaid(details, captured)) return 'paid';
  return captured.isPositive() ? 'partially_paid' : null;
}

/** A completed order covered by store credit is paid without any capture. */
function isPaid(details: OrderDetails, captured: Money): boolean {
  const { state } = details.order;
  const canBePaid = state === 'completed' || (state === 'open' && captured.isPositive());
  return canBePaid && dueOfOrder(details).outstanding.isZero();
}

function uncapturedStatus({ order }: OrderDetails, { authorized, capturable }: Sums): string {
  if (capturable.isPositive()) return 'authorized';
  return order.state === 'canceled' || authorized.isPositive() ? 'voided' : 'none';
}

interface Sums {
  readonly authorized: Money;
  /** Authorized and not captured. */
  readonly capturable: Money;
  readonly captured: Money;
  readonly refunded: Money;
}

/** Sums over all collections: the first covers the whole total, further ones an amount that is due again. */
function sums(details: OrderDetails): Sums {
  const zero = Money.zero(details.order.total.currency);
  const sum = (part: (collection: PaymentCollection) => Money): Money =>
    collectionsOf(details).reduce((so, { collection }) => so.plus(part(collection)), zero);
  return {
    authorized: sum(({ authorized }) => authorized),
    capturable: sum((collection) => covered(collection).minus(netCaptured(collection))),
    captured: sum(({ captured }) => captured),
    refunded: sum(({ refunded }) => refunded),
  };
}
