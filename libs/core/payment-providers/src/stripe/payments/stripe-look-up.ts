import {
  succeeded,
  neverReceived,
  type Authorization,
  type Declined,
  type Succeeded,
  type LookUpRequest,
  type TransactionResult,
  type NeverDelivered,
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

type LookUpResult<T = VerbResult> = Succeeded<T> | Declined | NeverDelivered;

/** The result of an operation whose response was lost, read from Stripe's objects; a session to be created cannot be found this way. */
export async function lookUpOperation(stripe: Stripe, request: LookUpRequest): Promise<LookUpResult> {
  const { verb, externalId } = request;
  if (verb === 'create_session' || externalId === null) return neverReceived;
  if (verb === 'refund') return refundResult(stripe, request, externalId);
  const intent = await readIntent(stripe, externalId);
  return verb === 'update_session' ? updateResult(stripe, intent, request) : resultIn(intent, verb, request);
}

function resultIn(
  intent: Stripe.PaymentIntent,
  verb: Exclude<ProviderVerb, 'create_session' | 'update_session' | 'refund'>,
  request: LookUpRequest,
): LookUpResult {
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

/** Only the amount is compared: if it is the requested one, Stripe received the update. */
async function updateResult(
  stripe: Stripe,
  intent: Stripe.PaymentIntent,
  request: LookUpRequest,
): Promise<LookUpResult<ProviderSession>> {
  const { amount } = request;
  const isChanged = amount !== undefined && isIn(intent, amount) && intent.amount === toStripe(amount);
  return isChanged ? succeeded(await sessionFrom(stripe, intent, { ...request, data: {} })) : neverReceived;
}

/** An intent that still requires confirmation has not received it. */
function authorizationOf(
  intent: Stripe.PaymentIntent,
  { amount }: LookUpRequest,
): LookUpResult<Authorization> {
  checkAmount(intent, amount);
  return intent.status === 'requires_confirmation' ? neverReceived : authorizationFrom(intent);
}

async function refundResult(
  stripe: Stripe,
  { operationKey, amount }: LookUpRequest,
  intentId: string,
): Promise<LookUpResult> {
  for await (const refund of stripe.refunds.list({ payment_intent: intentId, limit: 100 })) {
    if (refund.metadata?.[OPERATION] !== operationKey) continue;
    checkRefund(refund, intentId, amount);
    return refundedFrom(refund);
  }
  return neverReceived;
}

/** Stripe captures once: if another operation captured it, this one cannot. */
export function captureOf(
  intent: Stripe.PaymentIntent,
  { operationKey, amount }: Pick<LookUpRequest, 'operationKey' | 'amount'>,
): LookUpResult<TransactionResult> {
  if (intent.status === 'requires_capture') return neverReceived;
  if (intent.metadata[CAPTURE] !== operationKey)
    return declined(intent.status === 'succeeded' ? 'already_captured' : 'not_capturable');
  checkAmount({ amount: intent.amount_received, currency: intent.currency }, amount);
  return succeeded({ reference: captureReference(intent) });
}
