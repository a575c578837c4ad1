import type { ProviderSetting, ProviderSettings, ReceivedEvent, RefusedEvent } from '@tandem/provider-kit';
import Stripe from 'stripe';
import { textOf } from '../stripe-texts';

/** The signing secrets of a method's endpoint at Stripe; both are good while one takes the place of the other. */
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

// Stripe's own number, and as far ahead as our clock may be behind theirs.
const TOLERANCE_SECONDS = 300;

const TOO_OLD = 'the signature is too old';

/** What Stripe's endpoint sent, once it is known to be Stripe's. */
export type SignedEvent = { readonly status: 'signed'; readonly event: Stripe.Event } | RefusedEvent;

/** Checks the signature by either secret, and its age in both directions from when the event came. */
export function signedEvent({ rawBody, headers, settings, receivedAt }: ReceivedEvent): SignedEvent {
  const header = headers['stripe-signature'];
  if (header === undefined) return refused('no signature');
  const secrets = secretsIn(settings);
  if (secrets.length === 0) return refused('no signing secret is set');
  if (isTooFarAhead(header, receivedAt)) return refused('the signature is of a time to come');
  const body = Buffer.from(rawBody);
  const failures = secrets.map((secret) => failureOf(body, header, secret, receivedAt));
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

/** Null where the secret has signed it. The message of Stripe's error quotes the payload: it is not passed on. */
function failureOf(body: Buffer, header: string, secret: string, receivedAt: Date): string | null {
  const { signature } = Stripe.webhooks;
  if (!signature) throw new Error('the stripe package checks no signatures');
  try {
    signature.verifyHeader(body, header, secret, TOLERANCE_SECONDS, undefined, receivedAt.getTime());
    return null;
  } catch (error) {
    // Of an empty signature (`v1=`) it throws an error of another kind.
    const isSigned = error instanceof Stripe.errors.StripeSignatureVerificationError;
    return isSigned && error.message.includes('tolerance') ? TOO_OLD : 'wrong signature';
  }
}

/** The package refuses what is old, and takes what is of tomorrow. */
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
