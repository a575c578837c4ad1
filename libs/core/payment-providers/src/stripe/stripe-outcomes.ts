import { unknown, type Declined, type DeclineCode, type Outcome, type Unknown } from '@tandem/provider-kit';
import Stripe from 'stripe';
import { AmountNotInStripe } from './stripe-amount';
import { NoSecretKey } from './stripe-clients';
import { CallerDataInvalid, declined, outcomeOfError } from './stripe-refusals';

/** Stripe refused to return an object, which says nothing about the money. */
class NotReturned extends Error {
  override readonly name = 'NotReturned';
}

/**
 * Calls Stripe and maps the result to an outcome.
 * - 402 is a decline by the bank; 400, 401, 403 and 404 are refusals by Stripe: no money moved.
 * - 409 (key in use), 429, 5xx and no or a partial response are unknown: retried with the same key.
 * - The same key with other parameters is unknown too: the first request's result must be looked up, not guessed.
 */
export function outcomeOf<T>(call: () => Promise<T>): Promise<Outcome<T>> {
  return tryStripe(async () => ({ status: 'succeeded', value: await call() }));
}

/** The same for a call that returns its own outcome; `refused` is the code for a refusal that we have no code for. */
export async function tryStripe<StripeResponse>(
  call: () => Promise<StripeResponse>,
  refused: DeclineCode = 'other',
): Promise<StripeResponse | Declined | Unknown> {
  try {
    return await call();
  } catch (error) {
    return declineBeforeSending(error) ?? failureOf(error, refused);
  }
}

function declineBeforeSending(error: unknown): Declined | null {
  if (error instanceof AmountNotInStripe) return declined('invalid_amount', error.message);
  if (error instanceof CallerDataInvalid) return declined('other', error.message);
  if (error instanceof NoSecretKey)
    return declined('configuration_error', 'The payment method has no secret key');
  return null;
}

function failureOf(error: unknown, refused: DeclineCode): Declined | Unknown {
  if (error instanceof Stripe.errors.StripeError) return outcomeOfError(error, refused);
  if (error instanceof NotReturned) return unknown(error.message);
  // Only its name: the message of a gateway's error may quote what must not be logged.
  return unknown(error instanceof Error ? error.name : 'no clear response');
}

/** Reads from Stripe. A refused read (a changed key, another account) is not a decline: it is unknown. */
export async function tryRead<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof NoSecretKey) throw new NotReturned('read refused: no secret key');
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    throw new NotReturned(`read refused: status ${error.statusCode ?? 'none'}`);
  }
}
