import type { PaymentMethodDetails, SavedMethod } from '@tandem/provider-kit';
import type Stripe from 'stripe';
import { detailsOf, referenceOf, type Details } from '../stripe-objects';

/** Expanded on every read of an intent: its method is on the charge, and before that on the payment method. */
export const EXPANDED = ['latest_charge', 'payment_method'];

/** How an intent was or will be paid; null if nothing is chosen yet. */
export function methodOf(intent: Stripe.PaymentIntent): PaymentMethodDetails | null {
  const source = detailsIn(intent);
  if (source === null) return null;
  const { type, details } = source;
  return omitEmpty({
    type,
    brand: textIn(details, 'brand')?.toLowerCase(),
    last4: textIn(details, 'last4') ?? textIn(details, 'iban_last4'),
    expiryMonth: numberIn(details, 'exp_month'),
    expiryYear: numberIn(details, 'exp_year'),
    funding: textIn(details, 'funding'),
    wallet: textIn(detailsOf(details, 'wallet'), 'type'),
    bank: textIn(details, 'bank') ?? textIn(details, 'bank_name'),
    country: textIn(details, 'country'),
  });
}

/** `card`, `ideal`, `sepa_debit`, …; null if nothing is chosen yet. */
export function typeOf(intent: Stripe.PaymentIntent): string | null {
  return detailsIn(intent)?.type ?? null;
}

/** The capture deadline of an authorization, in UTC; unset if Stripe does not report it. */
export function captureBeforeOf(intent: Stripe.PaymentIntent): string | undefined {
  const before = numberIn(detailsIn(intent)?.details ?? {}, 'capture_before');
  return before === undefined ? undefined : new Date(before * 1000).toISOString();
}

/** The card saved with the payment on the customer's or the shop's request; null if none. */
export function savedMethodOf(intent: Stripe.PaymentIntent): SavedMethod | null {
  const profileId = referenceOf(intent.payment_method);
  const paid = methodOf(intent);
  if (!isSavedForReuse(intent) || profileId === null || paid?.type !== 'card') return null;
  return { profileId, name: holderOf(intent), ...cardFrom(paid) };
}

function isSavedForReuse({ setup_future_usage, customer }: Stripe.PaymentIntent): boolean {
  return setup_future_usage !== null && customer !== null;
}

function cardFrom(paid: PaymentMethodDetails): Pick<SavedMethod, 'brand' | 'last4' | 'month' | 'year'> {
  const { brand = 'unknown', last4 = '', expiryMonth = 1, expiryYear = 1970 } = paid;
  return { brand, last4, month: expiryMonth, year: expiryYear };
}

function holderOf({ payment_method }: Stripe.PaymentIntent): string | null {
  return typeof payment_method === 'object' ? (payment_method?.billing_details.name ?? null) : null;
}

function detailsIn({ latest_charge, payment_method }: Stripe.PaymentIntent): {
  readonly type: string;
  readonly details: Details;
} | null {
  const charge = typeof latest_charge === 'object' ? latest_charge?.payment_method_details : null;
  const source = charge ?? (typeof payment_method === 'object' ? payment_method : null);
  if (!source) return null;
  return { type: source.type, details: detailsOf(source, source.type) };
}

function textIn(details: Details, key: string): string | undefined {
  const value = details[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function numberIn(details: Details, key: string): number | undefined {
  const value = details[key];
  return typeof value === 'number' ? value : undefined;
}

function omitEmpty<T extends object>(from: T): T {
  return Object.fromEntries(Object.entries(from).filter(([, value]) => value !== undefined)) as T;
}
