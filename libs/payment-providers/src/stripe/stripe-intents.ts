import {
  succeeded,
  type Authorization,
  type Declined,
  type Succeeded,
  type ProviderMoney,
} from '@tandem/provider-kit';
import type Stripe from 'stripe';
import { toStripe } from './stripe-amount';
import { declined, declineOf } from './stripe-outcomes';

/** Where the operation that made an object is written on it, for whoever looks it up after a lost answer. */
export const OPERATION = 'tandem_operation';

/** Where the operation that captured an intent is written on it. */
export const CAPTURE = 'tandem_capture';

/** An answer that is about something else than was asked: nothing may be concluded from it. */
export class NotWhatWasAsked extends Error {
  override readonly name = 'NotWhatWasAsked';
}

/** The object itself. @throws NotWhatWasAsked where Stripe speaks of another */
export function asAsked<T extends { readonly id: string }>(object: T, id: string): T {
  if (object.id !== id) throw new NotWhatWasAsked();
  return object;
}

/** @throws NotWhatWasAsked where Stripe speaks of another amount or currency. */
export function checkAmount(
  of: { amount: number | null; currency: string },
  amount: ProviderMoney | undefined,
): void {
  if (amount === undefined) return;
  const isRight = of.amount === toStripe(amount) && isIn(of, amount);
  if (!isRight) throw new NotWhatWasAsked();
}

/** @throws NotWhatWasAsked where the refund is of another payment, amount or currency. */
export function checkRefund(
  refund: Stripe.Refund,
  intentId: string,
  amount: ProviderMoney | undefined,
): void {
  if (referenceOf(refund.payment_intent) !== intentId) throw new NotWhatWasAsked();
  checkAmount(refund, amount);
}

export function isIn(of: { currency: string }, { currency }: ProviderMoney): boolean {
  return of.currency === currency.toLowerCase();
}

/**
 * What has become of an intent. Stripe's record decides, never the client's word; a status that is not known here is
 * still under way, never paid and never failed.
 * One that was held first and captured in part is authorized: the capture is a movement of its own.
 * @throws NotWhatWasAsked where less than all of it is held or was taken at once
 */
export function authorizationFrom(intent: Stripe.PaymentIntent): Succeeded<Authorization> | Declined {
  switch (intent.status) {
    case 'succeeded':
      if (intent.amount_received === intent.amount)
        return succeeded({ state: 'captured', reference: intent.id });
      if (intent.capture_method !== 'manual') throw new NotWhatWasAsked();
      return succeeded({ state: 'authorized', reference: intent.id });
    case 'requires_capture':
      if (intent.amount_capturable !== intent.amount) throw new NotWhatWasAsked();
      return succeeded({ state: 'authorized', reference: intent.id });
    case 'requires_payment_method':
      return intent.last_payment_error
        ? declineOf(intent.last_payment_error)
        : succeeded({ state: 'pending' });
    case 'requires_action':
    case 'requires_confirmation':
      return succeeded({ state: 'requires_action', data: { next_action: intent.next_action } });
    case 'canceled':
      return declined('other', 'The payment was canceled');
    default:
      return succeeded({ state: 'processing' });
  }
}

/** What a capture leaves. */
export function captureReference({ latest_charge: charge, id }: Stripe.PaymentIntent): string {
  return referenceOf(charge) ?? id;
}

/** The id of another object, which Stripe writes out where it was asked to. */
export function referenceOf(other: string | { readonly id: string } | null): string | null {
  return typeof other === 'object' ? (other?.id ?? null) : other;
}
