import type { ProviderSetting, ProviderSettings, ReceivedEvent, RefusedEvent } from '@tandem/provider-kit';
import Stripe from 'stripe';
import { textOf } from '../stripe-texts';

/** The signing secrets of a method's Stripe endpoint; both are valid during a rotation. */
export const SIGNING_SETTINGS: readonly ProviderSetting[] = [
  {
    key: 'webhook_secret',
    type: 'password',
    label: 'Webhook signing secret',
    help: 'whsec_…, of this method’s endpoint at Stripe',
    pattern: 'whsec_\\S+',
  },
  {
    key: 'previous_webhook_secret',
    type: 'password',
    label: 'Webhook signing secret before the last rotation',
    pattern: 'whsec_\\S+',
  },
];

// Stripe's own tolerance, also applied to timestamps ahead of our clock.
const TOLERANCE_SECONDS = 300;

const TOO_OLD = 'the signature is too old';

/** A webhook request whose signature is valid, or why it is refused. */
export type SignedEvent = { readonly status: 'signed'; readonly event: Stripe.Event } | RefusedEvent;

/** Checks the signature with both secrets, and its age in both directions relative to when it was received. */
export function signedEvent({ rawBody, headers, settings, receivedAt }: ReceivedEvent): SignedEvent {
  const header = headers['stripe-signature'];
  if (header === undefined) return refused('no signature');
  const secrets = secretsIn(settings);
  if (secrets.length === 0) return refused('no signing secret is set');
  if (isTooFarAhead(header, receivedAt)) return refused('the signature is from the future');
  const body = Buffer.from(rawBody);
  const failures = secrets.map((secret) => signatureErrorOf(body, header, secret, receivedAt));
  if (!failures.includes(null))
    return refused(failures.find((failure) => failure === TOO_OLD) ?? 'wrong signature');
  return readable(body.toString('utf8'));
}

function secretsIn(settings: ProviderSettings): string[] {
  return SIGNING_SETTINGS.flatMap(({ key }) => {
    const secret = textOf(settings, key);
    return secret === null ? [] : [secret];
  });
}

/** Null if the secret signed it. The message of Stripe's error quotes the payload, so it is not passed on. */
function signatureErrorOf(body: Buffer, header: string, secret: string, receivedAt: Date): string | null {
  const { signature } = Stripe.webhooks;
  if (!signature) throw new Error('the stripe package does not support signatures');
  try {
    signature.verifyHeader(body, header, secret, TOLERANCE_SECONDS, undefined, receivedAt.getTime());
    return null;
  } catch (error) {
    // For an empty signature (`v1=`) Stripe throws another error class.
    const isSigned = error instanceof Stripe.errors.StripeSignatureVerificationError;
    return isSigned && error.message.includes('tolerance') ? TOO_OLD : 'wrong signature';
  }
}

/** The package refuses old timestamps but accepts future ones. */
function isTooFarAhead(header: string, receivedAt: Date): boolean {
  const times = header
    .split(',')
    .flatMap((part) => (part.trim().startsWith('t=') ? [part.trim().slice(2)] : []));
  return times.some((time) => Number(time) - receivedAt.getTime() / 1000 > TOLERANCE_SECONDS);
}

function readable(body: string): SignedEvent {
  try {
    const event: unknown = JSON.parse(body);
    return isEvent(event) ? { status: 'signed', event } : refused('malformed');
  } catch {
    return refused('malformed');
  }
}

function isEvent(value: unknown): value is Stripe.Event {
  if (typeof value !== 'object' || value === null) return false;
  const { object, id, type, data }: Partial<Record<string, unknown>> = { ...value };
  const isNamed = object === 'event' && typeof id === 'string' && typeof type === 'string';
  return isNamed && typeof data === 'object' && data !== null && isObjectIn(data);
}

function isObjectIn(data: object): boolean {
  return 'object' in data && typeof data.object === 'object' && data.object !== null;
}

function refused(reason: string): RefusedEvent {
  return { status: 'refused', reason };
}
