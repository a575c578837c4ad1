import { unknown, type Declined, type DeclineCode, type Outcome, type Unknown } from '@tandem/provider-kit';
import Stripe from 'stripe';
import { AmountNotInStripe } from './stripe-amount';
import { NoSecretKey } from './stripe-clients';
import { CallerDataInvalid, declined, refusalIn } from './stripe-refusals';

/** Stripe would not show an object: that says nothing of the money. */
class NotShown extends Error {
  override readonly name = 'NotShown';
}

/**
 * Calls Stripe and says what came of it.
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
    return refusedBeforeSending(error) ?? failureOf(error, refused);
  }
}

function refusedBeforeSending(error: unknown): Declined | null {
  if (error instanceof AmountNotInStripe) return declined('invalid_amount', error.message);
  if (error instanceof CallerDataInvalid) return declined('other', error.message);
  if (error instanceof NoSecretKey)
    return declined('configuration_error', 'The payment method has no secret key');
  return null;
}

function failureOf(error: unknown, refused: DeclineCode): Declined | Unknown {
  if (error instanceof Stripe.errors.StripeError) return refusalIn(error, refused);
  if (error instanceof NotShown) return unknown(error.message);
  // Not its message: a gateway's may quote what must not be logged.
  return unknown(error instanceof Error ? error.name : 'no clear answer');
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
