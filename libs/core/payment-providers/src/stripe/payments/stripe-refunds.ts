import { succeeded, type Declined, type Refunded, type Succeeded } from '@tandem/provider-kit';
import type Stripe from 'stripe';
import { REFUND_FAILURES } from '../stripe-decline-codes';
import { expectId } from '../stripe-objects';
import { declined } from '../stripe-refusals';

/**
 * The refunds of an intent, newest first. Since version 2025-03-31 (ours is later) neither a partial capture nor a
 * cancellation creates a refund
 * (https://docs.stripe.com/changelog/basil/2025-03-31/remove-refund-from-partial-capture-and-payment-cancellation-flow).
 */
export async function refundsOf(stripe: Stripe, intent: Stripe.PaymentIntent): Promise<Stripe.Refund[]> {
  if (!hasCaptured(intent)) return [];
  const refunds: Stripe.Refund[] = [];
  for await (const refund of stripe.refunds.list({ payment_intent: intent.id, limit: 100 })) {
    refunds.push(refund);
  }
  return refunds;
}

/** The refund returned no money, or was reversed. A pending one counts, because its amount cannot be refunded twice. */
export function hasFailed({ status }: Pick<Stripe.Refund, 'status'>): boolean {
  return status === 'failed' || status === 'canceled';
}

/** The result of a refund request. An unrecognized status counts as pending. */
export function refundedFrom(refund: Stripe.Refund): Succeeded<Refunded> | Declined {
  const { id: reference, status, failure_reason } = refund;
  if (hasFailed(refund)) return declined(REFUND_FAILURES[failure_reason ?? ''] ?? 'refund_failed');
  return succeeded({ reference, state: status === 'succeeded' ? 'succeeded' : 'pending' });
}

/** One refund of an intent; null if no money was ever captured. */
export async function refundOf(
  stripe: Stripe,
  intent: Stripe.PaymentIntent,
  id: string,
): Promise<Stripe.Refund | null> {
  return hasCaptured(intent) ? expectId(await stripe.refunds.retrieve(id), id) : null;
}

/** An authorization that was never captured has no refunds, whatever an account on an older version lists. */
function hasCaptured({ amount_received }: Stripe.PaymentIntent): boolean {
  return amount_received > 0;
}
