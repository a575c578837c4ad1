import type {
  Authorization,
  Declined,
  Done,
  ProviderData,
  ProviderMoney,
  ProviderSession,
} from '@tandem/provider-kit';
import type Stripe from 'stripe';
import { toStripe } from './stripe-amount';
import { declined, declineOf } from './stripe-outcomes';

/** Where the operation that made an object is written on it, for whoever looks it up after a lost answer. */
export const OPERATION = 'tandem_operation';

/** An answer that is about something else than was asked: nothing may be concluded from it. */
export class NotWhatWasAsked extends Error {
  override readonly name = 'NotWhatWasAsked';
}

/** @throws NotWhatWasAsked where Stripe speaks of another amount or currency. */
export function checkAmount(intent: Stripe.PaymentIntent, amount: ProviderMoney): void {
  const isRight = intent.amount === toStripe(amount) && intent.currency === amount.currency.toLowerCase();
  if (!isRight) throw new NotWhatWasAsked();
}

/** What the shopper's page needs of it, over what the caller sent. */
export function sessionFrom(intent: Stripe.PaymentIntent, data: ProviderData): ProviderSession {
  return { externalId: intent.id, data: { ...data, client_secret: intent.client_secret } };
}

/**
 * What has become of an intent. Stripe's record decides, never the client's word; a status that is not known here is
 * still under way, never paid and never failed.
 */
export function authorizationFrom(intent: Stripe.PaymentIntent): Done<Authorization> | Declined {
  switch (intent.status) {
    case 'succeeded':
      return done({ state: 'captured', reference: intent.id });
    case 'requires_capture':
      return done({ state: 'authorized', reference: intent.id });
    case 'requires_payment_method':
      if (intent.last_payment_error) return declineOf(intent.last_payment_error);
      return done({ state: 'requires_action', data: {} });
    case 'requires_action':
    case 'requires_confirmation':
      return done({ state: 'requires_action', data: { next_action: intent.next_action } });
    case 'canceled':
      return declined('other', 'The payment was canceled');
    default:
      return done({ state: 'processing' });
  }
}

function done(value: Authorization): Done<Authorization> {
  return { is: 'done', value };
}

/** The id of what Stripe shows as an id, or expanded. */
export function referenceOf(shown: string | { id: string } | null): string | null {
  return typeof shown === 'object' ? (shown?.id ?? null) : shown;
}
