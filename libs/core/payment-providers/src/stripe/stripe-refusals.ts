import { unknown, type DeclineCode, type Declined, type Unknown } from '@tandem/provider-kit';
import Stripe from 'stripe';
import { DECLINE_CODES, WORDS } from './stripe-decline-codes';

/** What the page asked of a session is in no form that Stripe takes. Nothing was sent; the message is for the caller. */
export class CallerDataInvalid extends Error {
  override readonly name = 'CallerDataInvalid';
}

/** A refusal in our own words: Stripe's may name ids and settings of the account. */
export function declined(code: DeclineCode, message = WORDS[code] ?? 'The card was declined'): Declined {
  return { status: 'declined', code, message };
}

/** What an error of a payment itself comes to, as a PaymentIntent carries it. A bank's own word says more than Stripe's. */
export function declineOf({ code, decline_code }: { code?: string; decline_code?: string }): Declined {
  return declined(codeOf(decline_code) ?? codeOf(code) ?? 'card_declined');
}

/**
 * An error of Stripe's. The status decides, then the code: classes differ between versions. `refused` is what a refusal without a
 * code of ours means.
 */
export function refusalIn(
  { statusCode, code, decline_code, rawType, param }: Stripe.errors.StripeError,
  refused: DeclineCode,
): Declined | Unknown {
  // The package's type does not name it.
  if (String(rawType) === 'idempotency_error') return unknown('the key was used with other parameters');
  // Of an old version with status 400; nothing was refused for good.
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

/** Stripe's no to the request itself. Its code is of Stripe's documents, not of the account: whoever must mend it is told. */
function invalid({ code, param }: { code?: string; param?: string }, refused: DeclineCode): Declined {
  if (isMissingCustomer({ code, param })) return declined('account_holder_unknown');
  const words = WORDS[refused];
  // Of a capture or a refund, too much is more than is left of the payment.
  if (code === 'amount_too_large' && words !== undefined) return declined('amount_exceeds_balance');
  const known = codeOf(code);
  if (known !== undefined) return declined(known);
  return declined(
    refused,
    words ?? ['The payment provider refused the request', code].filter(Boolean).join(': '),
  );
}

function codeOf(word: string | undefined): DeclineCode | undefined {
  return word !== undefined && Object.hasOwn(DECLINE_CODES, word) ? DECLINE_CODES[word] : undefined;
}

/** Somebody else has moved the object on since it was read. */
export function isOfAnotherState(error: unknown): boolean {
  return isRefusedRequest(error) && error.code === 'payment_intent_unexpected_state';
}

/** The account has no such customer. */
export function isUnknownCustomer(error: unknown): boolean {
  return isRefusedRequest(error) && isMissingCustomer(error);
}

function isMissingCustomer({ code, param }: { code?: string; param?: string }): boolean {
  return code === 'resource_missing' && param === 'customer';
}

/** What an order is told with, and can be paid without. */
const DETAILS = new Set(['receipt_email', 'shipping', 'statement_descriptor_suffix']);

/** Stripe will not have a detail of the order, e.g. `shipping[address][country]`. */
export function isRefusedDetail(error: unknown): boolean {
  return isRefusedRequest(error) && DETAILS.has(/^\w+/.exec(error.param ?? '')?.[0] ?? '');
}

/** A no to what was asked, by its content: no key, no limit, and no repeat of another request. */
export function isRefusedRequest(error: unknown): error is Stripe.errors.StripeInvalidRequestError {
  return error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode === 400;
}
