import { succeeded, type Declined, type Refunded, type Succeeded } from '@tandem/provider-kit';
import type Stripe from 'stripe';
import { REFUND_FAILURES } from '../stripe-decline-codes';
import { asAsked } from '../stripe-objects';
import { declined } from '../stripe-refusals';

/**
 * What was given back of an intent, newest first. A refund is a refund: since version 2025-03-31, and this is a later one, neither
 * a capture of less than was held nor a cancellation makes any
 * (https://docs.stripe.com/changelog/basil/2025-03-31/remove-refund-from-partial-capture-and-payment-cancellation-flow).
 */
export async function refundsOf(stripe: Stripe, intent: Stripe.PaymentIntent): Promise<Stripe.Refund[]> {
  if (!hasTaken(intent)) return [];
  const refunds: Stripe.Refund[] = [];
  for await (const refund of stripe.refunds.list({ payment_intent: intent.id, limit: 100 })) {
    refunds.push(refund);
  }
  return refunds;
}

/** It has given nothing back, or does so no more. One that is pending counts: it cannot be given twice. */
export function hasFailed({ status }: Pick<Stripe.Refund, 'status'>): boolean {
  return status === 'failed' || status === 'canceled';
}

/** What has become of one that was asked for. A status that is not known here is pending. */
export function refundedFrom(refund: Stripe.Refund): Succeeded<Refunded> | Declined {
  const { id: reference, status, failure_reason } = refund;
  if (hasFailed(refund)) return declined(REFUND_FAILURES[failure_reason ?? ''] ?? 'refund_failed');
  return succeeded({ reference, state: status === 'succeeded' ? 'succeeded' : 'pending' });
}

/** One refund of an intent; null where no money was ever taken. */
export async function refundOf(
  stripe: Stripe,
  intent: Stripe.PaymentIntent,
  id: string,
): Promise<Stripe.Refund | null> {
  return hasTaken(intent) ? asAsked(await stripe.refunds.retrieve(id), id) : null;
}

/** Of a hold that was never captured nothing can come back, whatever an account of an older version lists. */
function hasTaken({ amount_received }: Stripe.PaymentIntent): boolean {
  return amount_received > 0;
}
