import {
  succeeded,
  type Authorization,
  type Declined,
  type ProviderMoney,
  type Succeeded,
} from '@tandem/provider-kit';
import type Stripe from 'stripe';
import { toStripe } from '../stripe-amount';
import { whenPaid, whenProcessed } from './stripe-next-actions';
import { asAsked, NotWhatWasAsked, referenceOf } from '../stripe-objects';
import {
  captureBeforeOf,
  EXPANDED,
  methodOf,
  savedMethodOf,
  typeOf,
} from '../payments/stripe-payment-details';
import { declined, declineOf } from '../stripe-refusals';

/** An intent as Stripe has it now, with what paid it. @throws NotWhatWasAsked where Stripe speaks of another */
export async function readIntent(stripe: Stripe, id: string): Promise<Stripe.PaymentIntent> {
  return asAsked(await stripe.paymentIntents.retrieve(id, { expand: EXPANDED }), id);
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
 * One that was held first and captured in part is authorized: the capture is a transaction of its own.
 * @throws NotWhatWasAsked where less than all of it is held or was taken at once
 */
export function authorizationFrom(intent: Stripe.PaymentIntent): Succeeded<Authorization> | Declined {
  switch (intent.status) {
    case 'succeeded':
      if (intent.amount_received === intent.amount) return paid(intent, 'captured');
      if (intent.capture_method !== 'manual') throw new NotWhatWasAsked();
      return paid(intent, 'authorized');
    case 'requires_capture':
      if (intent.amount_capturable !== intent.amount) throw new NotWhatWasAsked();
      return paid(intent, 'authorized');
    case 'requires_payment_method':
      return intent.last_payment_error
        ? declineOf(intent.last_payment_error)
        : succeeded({ state: 'pending' });
    case 'requires_action':
    case 'requires_confirmation':
      return succeeded({
        state: 'requires_action',
        data: { next_action: intent.next_action },
        ...whenPaid(intent.next_action),
        ...methodIn(intent),
      });
    case 'canceled':
      return declined('other', 'The payment was canceled');
    default:
      return succeeded({
        state: 'processing',
        ...whenProcessed(intent, typeOf(intent)),
        ...methodIn(intent),
      });
  }
}

/** Held, or taken: an intent that was held keeps its hold's details when it is captured. */
export function paid(
  intent: Stripe.PaymentIntent,
  state: 'authorized' | 'captured',
): Succeeded<Authorization> {
  const captureBefore = intent.status === 'requires_capture' ? captureBeforeOf(intent) : undefined;
  const savedMethod = savedMethodOf(intent);
  return succeeded({
    state,
    reference: intent.id,
    ...(captureBefore !== undefined && { captureBefore }),
    ...(savedMethod && { savedMethod }),
    ...methodIn(intent),
  });
}

function methodIn(intent: Stripe.PaymentIntent): Pick<Authorization & { state: 'processing' }, 'method'> {
  const method = methodOf(intent);
  return method ? { method } : {};
}

/** What a capture leaves. */
export function captureReference({ latest_charge: charge, id }: Stripe.PaymentIntent): string {
  return referenceOf(charge) ?? id;
}
