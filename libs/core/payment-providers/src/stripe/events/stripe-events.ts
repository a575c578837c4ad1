import type {
  EventSubject,
  ParsedEvent,
  ReceivedEvent,
  RefundSubject,
  VerifiedEvent,
} from '@tandem/provider-kit';
import Stripe from 'stripe';
import { fromStripe } from '../stripe-amount';
import { disputeFrom, type DisputeSnapshot } from './stripe-disputes';
import { authorizationFrom, captureReference, paid, readIntent } from '../sessions/stripe-intents';
import { expectId, CAPTURE, OPERATION, referenceOf } from '../stripe-objects';
import { hasFailed, refundOf, refundsOf } from '../payments/stripe-refunds';
import { savingFrom } from '../stripe-saved-methods';
import { secretKeyIn } from '../stripe-settings';
import { signedEvent } from './stripe-signatures';

/** The event's object at the time of the event: use its id, never its state. */
interface Snapshot extends DisputeSnapshot {
  readonly metadata?: Readonly<Record<string, string>> | null;
}

/** The contract's `verifyEvent`: makes no calls. */
export function verifyStripeEvent(received: ReceivedEvent): VerifiedEvent {
  const signed = signedEvent(received);
  if (signed.status === 'signed') return { status: 'verified', id: signed.event.id, type: signed.event.type };
  // It has a valid Stripe signature, so it is stored, and refused when it is parsed.
  return signed.reason === 'malformed' ? { status: 'verified' } : signed;
}

/**
 * The contract's `parseEvent`. Stripe's events come in any order, so an event only says which object to read; its
 * meaning comes from Stripe's current record.
 */
export async function parseStripeEvent(stripe: Stripe, received: ReceivedEvent): Promise<ParsedEvent> {
  const signed = signedEvent(received);
  if (signed.status === 'refused') return signed;
  const { id, type } = signed.event;
  const mismatch = mismatchOf(signed.event, received);
  if (mismatch !== null) return { status: 'refused', reason: mismatch };
  try {
    const about = await subjectsOf(stripe, type, signed.event.data.object as unknown as Snapshot);
    return about === null ? { status: 'ignored', id, type } : { status: 'parsed', id, type, about };
  } catch (error) {
    if (!isMissing(error)) throw error;
    return { status: 'refused', reason: 'the account has no such object' };
  }
}

function mismatchOf({ account, livemode }: Stripe.Event, { settings }: ReceivedEvent): string | null {
  if (account !== undefined && account !== null) return 'of another account';
  const isTest = /^(sk|rk)_test_/.test(secretKeyIn(settings) ?? '');
  return isTest && livemode ? 'of another mode' : null;
}

/** Null for irrelevant events and objects that we did not create. */
function subjectsOf(stripe: Stripe, type: string, object: Snapshot): Promise<EventSubject[] | null> {
  switch (type) {
    case 'payment_intent.succeeded':
    case 'payment_intent.amount_capturable_updated':
    case 'payment_intent.payment_failed':
    case 'payment_intent.canceled':
    case 'payment_intent.processing':
    case 'payment_intent.requires_action':
    case 'payment_intent.partially_funded':
      return subjectsOfIntent(stripe, object.id);
    case 'charge.captured':
    case 'charge.expired':
      return subjectsOfIntent(stripe, intentOf(object));
    case 'charge.refunded':
      return subjectsOfIntent(stripe, intentOf(object), (intent) => allRefunds(stripe, intent));
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
    case 'charge.refund.updated':
      return subjectsOfIntent(stripe, intentOf(object), (intent) => oneRefund(stripe, intent, object.id));
    case 'charge.dispute.created':
    case 'charge.dispute.updated':
    case 'charge.dispute.closed':
    case 'charge.dispute.funds_withdrawn':
    case 'charge.dispute.funds_reinstated':
      return subjectsOfIntent(stripe, intentOf(object), () => disputeOf(type, object));
    case 'setup_intent.succeeded':
    case 'setup_intent.setup_failed':
    case 'setup_intent.canceled':
      return subjectsOfSetup(stripe, object);
    case 'payment_method.detached':
      return Promise.resolve([{ about: 'detachment', profileId: object.id }]);
    default:
      return Promise.resolve(null);
  }
}

/** The current state of an intent we created, with additional subjects. */
async function subjectsOfIntent(
  stripe: Stripe,
  id: string | null,
  extraSubjects: (intent: Stripe.PaymentIntent) => Promise<EventSubject[]> | EventSubject[] = () => [],
): Promise<EventSubject[] | null> {
  if (id === null) return null;
  const intent = await readIntent(stripe, id);
  if (intent.metadata['tandem_session'] === undefined) return null;
  return [...subjectsIn(intent), ...(await extraSubjects(intent))];
}

/** An intent that was authorized first and captured later is reported as both, because either may be new. */
export function subjectsIn(intent: Stripe.PaymentIntent): EventSubject[] {
  const { id: externalId, currency } = intent;
  if (intent.status === 'canceled') return [{ about: 'cancellation', externalId }];
  const amount = fromStripe(intent.amount, currency);
  const session = (outcome: ReturnType<typeof authorizationFrom>): EventSubject => ({
    about: 'session',
    externalId,
    amount,
    outcome,
  });
  if (intent.status !== 'succeeded' || intent.capture_method !== 'manual') {
    return [session(authorizationFrom(intent))];
  }
  const captured = fromStripe(intent.amount_received, currency);
  const reference = captureReference(intent);
  const operationKey = intent.metadata[CAPTURE] ?? null;
  return [
    session(paid(intent, 'authorized')),
    { about: 'capture', externalId, captured, reference, operationKey },
  ];
}

async function allRefunds(stripe: Stripe, intent: Stripe.PaymentIntent): Promise<EventSubject[]> {
  return (await refundsOf(stripe, intent)).map(refundFrom);
}

async function oneRefund(stripe: Stripe, intent: Stripe.PaymentIntent, id: string): Promise<EventSubject[]> {
  const refund = await refundOf(stripe, intent, id);
  return refund === null ? [] : [refundFrom(refund)];
}

function refundFrom(refund: Stripe.Refund): RefundSubject {
  return {
    about: 'refund',
    externalId: intentOf(refund) ?? '',
    reference: refund.id,
    operationKey: refund.metadata?.[OPERATION] ?? null,
    amount: fromStripe(refund.amount, refund.currency),
    state: refundState(refund),
  };
}

/** An unrecognized status counts as pending. */
function refundState(refund: Stripe.Refund): RefundSubject['state'] {
  if (hasFailed(refund)) return 'failed';
  return refund.status === 'succeeded' ? 'succeeded' : 'pending';
}

function disputeOf(type: string, dispute: Snapshot): EventSubject[] {
  const subject = disputeFrom(type, dispute);
  return subject === null ? [] : [subject];
}

/** After a refused card the shopper may try another, so nothing is reported. */
async function subjectsOfSetup(stripe: Stripe, { id, metadata }: Snapshot): Promise<EventSubject[] | null> {
  if (metadata?.['tandem_setup_session'] === undefined) return null;
  const setup = expectId(await stripe.setupIntents.retrieve(id, { expand: ['payment_method'] }), id);
  if (setup.status === 'requires_payment_method') return [];
  return [{ about: 'setup', externalId: id, outcome: savingFrom(setup) }];
}

function intentOf({ payment_intent }: Pick<Snapshot, 'payment_intent'>): string | null {
  return referenceOf(payment_intent ?? null);
}

function isMissing(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeError && error.statusCode === 404;
}
