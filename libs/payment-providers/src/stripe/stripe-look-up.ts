import type { LookUpRequest, NeverReceived, Outcome, VerbResult } from '@tandem/provider-kit';
import type Stripe from 'stripe';
import { authorizationFrom, OPERATION, referenceOf, sessionFrom } from './stripe-intents';
import { declined, outcomeOf } from './stripe-outcomes';

const NEVER_RECEIVED: NeverReceived = { is: 'never_received' };

// Longer than an operation stays open before it is given up; a list is exact, Stripe's search is a minute late.
const BACK_SECONDS = 3600;

type Found = Outcome<VerbResult> | NeverReceived;

/** What became of an operation whose answer was lost, read from Stripe's own objects. */
export async function lookUp(stripe: Stripe, request: LookUpRequest): Promise<Found> {
  const found = await outcomeOf(() => find(stripe, request));
  return found.is === 'done' ? found.value : found;
}

async function find(stripe: Stripe, { verb, operationKey, externalId }: LookUpRequest): Promise<Found> {
  if (verb === 'create_session') return openedBy(stripe, operationKey);
  if (externalId === null) return NEVER_RECEIVED;
  if (verb === 'refund') return refundedBy(stripe, operationKey, externalId);
  const intent = await stripe.paymentIntents.retrieve(externalId);
  switch (verb) {
    case 'authorize': {
      const isTouched = intent.status !== 'requires_payment_method' || intent.last_payment_error !== null;
      return isTouched ? authorizationFrom(intent) : NEVER_RECEIVED;
    }
    case 'capture':
      return captureOf(intent);
    case 'cancel':
      return intent.status === 'canceled' ? done({ reference: intent.id }) : NEVER_RECEIVED;
    // Sent again with its key: Stripe itself knows whether it was the first time.
    case 'update_session':
      return NEVER_RECEIVED;
  }
}

async function openedBy(stripe: Stripe, operationKey: string): Promise<Found> {
  const since = Math.floor(Date.now() / 1000) - BACK_SECONDS;
  for await (const intent of stripe.paymentIntents.list({ created: { gte: since }, limit: 100 })) {
    if (intent.metadata[OPERATION] === operationKey) return done(sessionFrom(intent, {}));
  }
  return NEVER_RECEIVED;
}

async function refundedBy(stripe: Stripe, operationKey: string, intentId: string): Promise<Found> {
  for await (const refund of stripe.refunds.list({ payment_intent: intentId, limit: 100 })) {
    if (refund.metadata?.[OPERATION] !== operationKey) continue;
    return refund.status === 'failed' || refund.status === 'canceled'
      ? declined('not_refundable')
      : done({ reference: refund.id });
  }
  return NEVER_RECEIVED;
}

/** Stripe captures once: whatever is captured, this did. */
function captureOf(intent: Stripe.PaymentIntent): Found {
  if (intent.status === 'succeeded')
    return done({ reference: referenceOf(intent.latest_charge) ?? intent.id });
  return intent.status === 'requires_capture'
    ? NEVER_RECEIVED
    : declined('not_capturable', 'The payment cannot be captured');
}

function done(value: VerbResult): Found {
  return { is: 'done', value };
}
