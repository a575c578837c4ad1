import { unknown, type DeclineCode, type Declined, type Unknown } from '@tandem/provider-kit';
import Stripe from 'stripe';
import { DECLINE_CODES, MESSAGES } from './stripe-decline-codes';

/** The page's options for a session are invalid. Nothing was sent; the message is for the caller. */
export class CallerDataInvalid extends Error {
  override readonly name = 'CallerDataInvalid';
}

/** A decline with our own message: Stripe's may contain ids and settings of the account. */
export function declined(code: DeclineCode, message = MESSAGES[code] ?? 'The card was declined'): Declined {
  return { status: 'declined', code, message };
}

/** Maps a PaymentIntent's payment error. The bank's decline code is more specific than Stripe's error code. */
export function declineOf({ code, decline_code }: { code?: string; decline_code?: string }): Declined {
  return declined(codeOf(decline_code) ?? codeOf(code) ?? 'card_declined');
}

/**
 * Maps a Stripe error. The status decides, then the code, because classes differ between versions. `refused` is the
 * code for a refusal that we have no code for.
 */
export function outcomeOfError(
  { statusCode, code, decline_code, rawType, param }: Stripe.errors.StripeError,
  refused: DeclineCode,
): Declined | Unknown {
  // Missing from the package's types.
  if (String(rawType) === 'idempotency_error') return unknown('the key was used with other parameters');
  // Older versions use status 400; the request may be retried.
  if (statusCode === 429 || code === 'rate_limit') return unknown(`rate limited: ${code ?? 'status 429'}`);
  switch (statusCode) {
    case 402:
      return declineOf({ code, decline_code });
    case 400:
    case 404:
      return invalid({ code, param }, refused);
    case 401:
    case 403:
      return declined('configuration_error', 'The payment provider does not accept the store’s credentials');
    default:
      return unknown(statusCode === undefined ? 'unreachable' : `status ${statusCode} ${code ?? ''}`.trim());
  }
}

/** Stripe refused the request itself. Its code is documented and reveals nothing about the account, so it is included for the caller. */
function invalid({ code, param }: { code?: string; param?: string }, refused: DeclineCode): Declined {
  if (isMissingCustomer({ code, param })) return declined('account_holder_unknown');
  const message = MESSAGES[refused];
  // For captures and refunds, too large means more than remains of the payment.
  if (code === 'amount_too_large' && message !== undefined) return declined('amount_exceeds_balance');
  const known = codeOf(code);
  if (known !== undefined) return declined(known);
  return declined(
    refused,
    message ?? ['The payment provider refused the request', code].filter(Boolean).join(': '),
  );
}

function codeOf(word: string | undefined): DeclineCode | undefined {
  return word !== undefined && Object.hasOwn(DECLINE_CODES, word) ? DECLINE_CODES[word] : undefined;
}

/** The object's state changed since it was read. */
export function hasUnexpectedState(error: unknown): boolean {
  return isRefusedRequest(error) && error.code === 'payment_intent_unexpected_state';
}

/** The account has no such customer. */
export function isUnknownCustomer(error: unknown): boolean {
  return isRefusedRequest(error) && isMissingCustomer(error);
}

function isMissingCustomer({ code, param }: { code?: string; param?: string }): boolean {
  return code === 'resource_missing' && param === 'customer';
}

/** Order details that a payment can do without. */
const DETAILS = new Set(['receipt_email', 'shipping', 'statement_descriptor_suffix']);

/** Stripe refuses a detail of the order, e.g. `shipping[address][country]`. */
export function isRefusedDetail(error: unknown): boolean {
  return isRefusedRequest(error) && DETAILS.has(/^\w+/.exec(error.param ?? '')?.[0] ?? '');
}

/** Stripe refuses the request's content: not a key, a rate limit or a reused idempotency key. */
export function isRefusedRequest(error: unknown): error is Stripe.errors.StripeInvalidRequestError {
  return error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode === 400;
}
