import { createHmac, timingSafeEqual } from 'node:crypto';

/** @typedef {import('@tandem/provider-kit').ReceivedEvent} ReceivedEvent */

const TOLERANCE_SECONDS = 300;

/**
 * Why an event is not Acme's; null if it is. Acme signs "<seconds>.<body>", and sends
 * `acme-signature: t=<seconds>,s=<HMAC-SHA256 in hex>`.
 * @param {ReceivedEvent} event
 */
export function problemOf(event) {
  const [, seconds, signature] =
    /^t=(\d+),s=([0-9a-f]{64})$/.exec(event.headers['acme-signature'] ?? '') ?? [];
  if (!seconds || !signature) return 'no signature';
  if (!isSigned(event, seconds, signature)) return 'wrong signature';
  // Compared with when it was received: an event may be read again days later.
  const age = event.receivedAt.getTime() / 1000 - Number(seconds);
  return Math.abs(age) > TOLERANCE_SECONDS ? 'the signature is too old, or in the future' : null;
}

/**
 * False if the store has set no secret.
 * @param {ReceivedEvent} event
 * @param {string} seconds
 * @param {string} signature
 */
function isSigned({ rawBody, settings }, seconds, signature) {
  const secret = settings['signing_secret'];
  if (typeof secret !== 'string' || secret === '') return false;
  const right = createHmac('sha256', secret).update(`${seconds}.`).update(rawBody).digest();
  return timingSafeEqual(right, Buffer.from(signature, 'hex'));
}

/**
 * An event only says that an intent has changed. Its state is read from Acme, because events come in any order.
 * @param {ReceivedEvent} event
 * @returns {{ id: string, type: string, intent: unknown } | null} null if it is malformed
 */
export function newsIn({ rawBody }) {
  try {
    const { id, type, intent } = JSON.parse(Buffer.from(rawBody).toString('utf8'));
    return typeof id === 'string' && typeof type === 'string' ? { id, type, intent } : null;
  } catch {
    return null;
  }
}
