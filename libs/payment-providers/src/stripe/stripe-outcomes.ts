import { unknown, type Declined, type DeclineCode, type Outcome, type Unknown } from '@tandem/provider-kit';
import Stripe from 'stripe';
import { AmountNotInStripe } from './stripe-amount';
import { NoSecretKey } from './stripe-clients';

/** Stripe's codes for a bank's no: https://docs.stripe.com/declines/codes. What is not here is a card declined. */
const DECLINES: Readonly<Record<string, DeclineCode>> = {
  insufficient_funds: 'insufficient_funds',
  expired_card: 'expired_card',
  incorrect_number: 'incorrect_number',
  invalid_number: 'incorrect_number',
  authentication_required: 'authentication_failed',
  payment_intent_authentication_failure: 'authentication_failed',
  charge_already_refunded: 'not_refundable',
  amount_too_large: 'amount_exceeds_balance',
  currency_not_supported: 'unsupported_currency',
};

const WORDS: Readonly<Partial<Record<DeclineCode, string>>> = {
  insufficient_funds: 'The card has insufficient funds',
  expired_card: 'The card has expired',
  incorrect_number: 'The card number is incorrect',
  authentication_failed: 'The shopper did not confirm the payment',
  not_capturable: 'The payment cannot be captured',
  not_refundable: 'The payment cannot be refunded any more',
  not_cancelable: 'The payment cannot be canceled any more',
  amount_exceeds_balance: 'The amount is more than is left',
  unsupported_currency: 'The currency is not supported',
};

/** Stripe would not show an object: that says nothing of the money. */
class NotShown extends Error {
  override readonly name = 'NotShown';
}

/** A refusal in our own words: Stripe's may name ids and settings of the account. */
export function declined(code: DeclineCode, message = WORDS[code] ?? 'The card was declined'): Declined {
  return { status: 'declined', code, message };
}

/** What an error of a payment itself comes to, as a PaymentIntent carries it. */
export function declineOf({ code, decline_code }: { code?: string; decline_code?: string }): Declined {
  const known = [decline_code, code].find((name) => name !== undefined && Object.hasOwn(DECLINES, name));
  return declined((known !== undefined && DECLINES[known]) || 'card_declined');
}

/**
 * Calls Stripe and says what came of it. The status decides, then the code: classes differ between versions.
 * - 402 is the bank's no; 400, 401, 403 and 404 are Stripe's: nothing moved.
 * - 409 (the key is in use) and 429, 5xx, no answer or half of one are unknown: asked again with the same key.
 * - The same key with other parameters is unknown too: what the first did must be looked up, not guessed.
 */
export function outcomeOf<T>(call: () => Promise<T>): Promise<Outcome<T>> {
  return answerOf(async () => ({ status: 'succeeded', value: await call() }));
}

/** The same for a call that says itself what came of it; `refused` is what a refusal without a code of ours means. */
export async function answerOf<Answer>(
  call: () => Promise<Answer>,
  refused: DeclineCode = 'other',
): Promise<Answer | Declined | Unknown> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof AmountNotInStripe) return declined('other', error.message);
    if (error instanceof NoSecretKey) return declined('other', 'The payment method has no secret key');
    if (error instanceof Stripe.errors.StripeError) return refusalIn(error, refused);
    if (error instanceof NotShown) return unknown(error.message);
    // Not its message: a gateway's may quote what must not be logged.
    return unknown(error instanceof Error ? error.name : 'no clear answer');
  }
}

/** Reads from Stripe. A refusal to show (a changed key, another account) is no refusal to pay: it is unknown. */
export async function shown<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof NoSecretKey) throw new NotShown('not shown: no secret key');
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    throw new NotShown(`not shown: status ${error.statusCode ?? 'none'}`);
  }
}

/** Somebody else has moved the object on since it was read. */
export function isOfAnotherState(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeError &&
    error.statusCode === 400 &&
    error.code === 'payment_intent_unexpected_state'
  );
}

/** The account has no such customer. */
export function isUnknownCustomer(error: unknown): boolean {
  if (!(error instanceof Stripe.errors.StripeError)) return false;
  return error.code === 'resource_missing' && error.param === 'customer';
}

function refusalIn(
  { statusCode, code, decline_code, rawType }: Stripe.errors.StripeError,
  refused: DeclineCode,
): Declined | Unknown {
  if (rawType === ('idempotency_error' as typeof rawType))
    return unknown('the key was used with other parameters');
  // Of an old version with status 400; nothing was refused for good.
  if (statusCode === 429 || code === 'rate_limit') return unknown(`rate limited: ${code ?? 'status 429'}`);
  switch (statusCode) {
    case 402:
      return declineOf({ code, decline_code });
    case 400:
    case 404:
      return invalid(code, refused);
    case 401:
    case 403:
      return declined('other', 'The payment provider does not accept the store’s credentials');
    default:
      return unknown(statusCode === undefined ? 'unreachable' : `status ${statusCode} ${code ?? ''}`.trim());
  }
}

/** Of a session that is opened, an amount is not measured by what is left. */
const OPENING: Readonly<Record<string, string>> = {
  amount_too_small: 'The amount is too small for the payment provider',
  amount_too_large: 'The amount is too large for the payment provider',
};

/** Stripe's no to the request itself. Its code is of Stripe's documents, not of the account: whoever must mend it is told. */
function invalid(code: string | undefined, refused: DeclineCode): Declined {
  const known = WORDS[refused];
  if (known === undefined && code !== undefined && Object.hasOwn(OPENING, code))
    return declined(refused, OPENING[code]);
  if (code !== undefined && Object.hasOwn(DECLINES, code)) return declineOf({ code });
  return declined(
    refused,
    known ?? ['The payment provider refused the request', code].filter(Boolean).join(': '),
  );
}
