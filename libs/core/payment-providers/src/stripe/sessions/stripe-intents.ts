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
import { expectId, UnexpectedObject, referenceOf } from '../stripe-objects';
import {
  captureBeforeOf,
  EXPANDED,
  methodOf,
  savedMethodOf,
  typeOf,
} from '../payments/stripe-payment-details';
import { declined, declineOf } from '../stripe-refusals';

/** Reads an intent's current state, with its payment method. @throws UnexpectedObject for another id */
export async function readIntent(stripe: Stripe, id: string): Promise<Stripe.PaymentIntent> {
  return expectId(await stripe.paymentIntents.retrieve(id, { expand: EXPANDED }), id);
}

/** @throws UnexpectedObject for another amount or currency. */
export function checkAmount(
  of: { amount: number | null; currency: string },
  amount: ProviderMoney | undefined,
): void {
  if (amount === undefined) return;
  const isRight = of.amount === toStripe(amount) && isIn(of, amount);
  if (!isRight) throw new UnexpectedObject();
}

/** @throws UnexpectedObject for a refund of another payment, amount or currency. */
export function checkRefund(
  refund: Stripe.Refund,
  intentId: string,
  amount: ProviderMoney | undefined,
): void {
  if (referenceOf(refund.payment_intent) !== intentId) throw new UnexpectedObject();
  checkAmount(refund, amount);
}

export function isIn(of: { currency: string }, { currency }: ProviderMoney): boolean {
  return of.currency === currency.toLowerCase();
}

/**
 * Maps an intent to an authorization. Only Stripe's record counts, never the client's claim; an unrecognized status
 * counts as processing, never as paid or failed.
 * An intent authorized first and captured in part counts as authorized: the capture is a separate transaction.
 * @throws UnexpectedObject if less than the full amount was authorized or captured at once
 */
export function authorizationFrom(intent: Stripe.PaymentIntent): Succeeded<Authorization> | Declined {
  switch (intent.status) {
    case 'succeeded':
      if (intent.amount_received === intent.amount) return paid(intent, 'captured');
      if (intent.capture_method !== 'manual') throw new UnexpectedObject();
      return paid(intent, 'authorized');
    case 'requires_capture':
      if (intent.amount_capturable !== intent.amount) throw new UnexpectedObject();
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

/** An authorized or captured intent; the authorization's details stay after its capture. */
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

/** The reference of a capture. */
export function captureReference({ latest_charge: charge, id }: Stripe.PaymentIntent): string {
  return referenceOf(charge) ?? id;
}
