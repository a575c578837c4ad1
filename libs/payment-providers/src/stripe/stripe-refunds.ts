import type { Refunded } from '@tandem/provider-kit';
import type Stripe from 'stripe';
import { asAsked, OPERATION } from './stripe-intents';

/** What was given back of an intent, newest first. */
export async function refundsOf(stripe: Stripe, intent: Stripe.PaymentIntent): Promise<Stripe.Refund[]> {
  const refunds: Stripe.Refund[] = [];
  for await (const refund of stripe.refunds.list({ payment_intent: intent.id, limit: 100 })) {
    refunds.push(refund);
  }
  // Nothing can be given back before the rest was let go of: that refund is the first there was.
  const first = refunds.at(-1);
  return first !== undefined && mayBeRelease(first, intent) ? refunds.slice(0, -1) : refunds;
}

/** It has given nothing back, or does so no more. */
export function hasFailed({ status }: Pick<Stripe.Refund, 'status'>): boolean {
  return status === 'failed' || status === 'canceled';
}

/** One that has not failed. A status that is not known here is on its way. */
export function refundedFrom({ id, status }: Pick<Stripe.Refund, 'id' | 'status'>): Refunded {
  return { reference: id, state: status === 'succeeded' ? 'succeeded' : 'pending' };
}

/** One refund of an intent; null where no money came back. */
export async function refundOf(
  stripe: Stripe,
  intent: Stripe.PaymentIntent,
  id: string,
): Promise<Stripe.Refund | null> {
  const refund = asAsked(await stripe.refunds.retrieve(id), id);
  if (!mayBeRelease(refund, intent)) return refund;
  return (await refundsOf(stripe, intent)).find((given) => given.id === id) ?? null;
}

/**
 * Where less was captured than was held, or the hold was canceled, Stripe writes a refund of the rest: no money had been taken, and
 * none came back, so the account's balance has not moved.
 */
function mayBeRelease(
  { amount, metadata, balance_transaction }: Stripe.Refund,
  { status, ...intent }: Stripe.PaymentIntent,
): boolean {
  if (balance_transaction || (status !== 'succeeded' && status !== 'canceled')) return false;
  return amount === intent.amount - intent.amount_received && metadata?.[OPERATION] === undefined;
}
