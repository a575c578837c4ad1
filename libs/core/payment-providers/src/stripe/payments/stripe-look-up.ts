import {
  succeeded,
  neverReceived,
  type Authorization,
  type Declined,
  type Succeeded,
  type LookUpRequest,
  type TransactionResult,
  type NeverReceived,
  type ProviderSession,
  type ProviderVerb,
  type VerbResult,
} from '@tandem/provider-kit';
import type Stripe from 'stripe';
import { toStripe } from '../stripe-amount';
import {
  authorizationFrom,
  captureReference,
  checkAmount,
  checkRefund,
  isIn,
  readIntent,
} from '../sessions/stripe-intents';
import { CAPTURE, OPERATION } from '../stripe-objects';
import { refundedFrom } from './stripe-refunds';
import { declined } from '../stripe-refusals';
import { sessionFrom } from '../sessions/stripe-sessions';

type Found<T = VerbResult> = Succeeded<T> | Declined | NeverReceived;

/** What became of an operation whose answer was lost, read from Stripe's own objects; a session that was to be opened is not read. */
export async function find(stripe: Stripe, request: LookUpRequest): Promise<Found> {
  const { verb, externalId } = request;
  if (verb === 'create_session' || externalId === null) return neverReceived;
  if (verb === 'refund') return refundedBy(stripe, request, externalId);
  const intent = await readIntent(stripe, externalId);
  return verb === 'update_session' ? changedBy(stripe, intent, request) : seenIn(intent, verb, request);
}

function seenIn(
  intent: Stripe.PaymentIntent,
  verb: Exclude<ProviderVerb, 'create_session' | 'update_session' | 'refund'>,
  request: LookUpRequest,
): Found {
  switch (verb) {
    case 'authorize':
      return authorizationOf(intent, request);
    case 'capture':
      return captureOf(intent, request);
    case 'cancel':
      return intent.status === 'canceled' ? succeeded({ reference: intent.id }) : neverReceived;
    case 'cancel_session':
      return intent.status === 'canceled' ? succeeded({ externalId: intent.id }) : neverReceived;
  }
}

/** The amount is all that is ever changed: where it is the one that was asked for, Stripe has heard. */
async function changedBy(
  stripe: Stripe,
  intent: Stripe.PaymentIntent,
  request: LookUpRequest,
): Promise<Found<ProviderSession>> {
  const { amount } = request;
  const isChanged = amount !== undefined && isIn(intent, amount) && intent.amount === toStripe(amount);
  return isChanged ? succeeded(await sessionFrom(stripe, intent, { ...request, data: {} })) : neverReceived;
}

/** One that waits for the server to confirm it has not heard of that. */
function authorizationOf(intent: Stripe.PaymentIntent, { amount }: LookUpRequest): Found<Authorization> {
  checkAmount(intent, amount);
  return intent.status === 'requires_confirmation' ? neverReceived : authorizationFrom(intent);
}

async function refundedBy(
  stripe: Stripe,
  { operationKey, amount }: LookUpRequest,
  intentId: string,
): Promise<Found> {
  for await (const refund of stripe.refunds.list({ payment_intent: intentId, limit: 100 })) {
    if (refund.metadata?.[OPERATION] !== operationKey) continue;
    checkRefund(refund, intentId, amount);
    return refundedFrom(refund);
  }
  return neverReceived;
}

/** Stripe captures once: what another operation captured, this one cannot have. */
export function captureOf(
  intent: Stripe.PaymentIntent,
  { operationKey, amount }: Pick<LookUpRequest, 'operationKey' | 'amount'>,
): Found<TransactionResult> {
  if (intent.status === 'requires_capture') return neverReceived;
  if (intent.metadata[CAPTURE] !== operationKey)
    return declined(intent.status === 'succeeded' ? 'already_captured' : 'not_capturable');
  checkAmount({ amount: intent.amount_received, currency: intent.currency }, amount);
  return succeeded({ reference: captureReference(intent) });
}
