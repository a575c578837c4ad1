import type { PaymentMethodDetails, SavedMethod } from '@tandem/provider-kit';
import type Stripe from 'stripe';
import { detailsOf, referenceOf, type Details } from '../stripe-objects';

/** Written out wherever an intent is read: what paid it stands on its charge, and before that on its payment method. */
export const EXPANDED = ['latest_charge', 'payment_method'];

/** What paid an intent, or is about to; null where nothing has been chosen yet. */
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

/** `card`, `ideal`, `sepa_debit`, …; null where nothing has been chosen yet. */
export function typeOf(intent: Stripe.PaymentIntent): string | null {
  return detailsIn(intent)?.type ?? null;
}

/** Until when a hold can be captured, in UTC; unset where Stripe does not say. */
export function captureBeforeOf(intent: Stripe.PaymentIntent): string | undefined {
  const before = numberIn(detailsIn(intent)?.details ?? {}, 'capture_before');
  return before === undefined ? undefined : new Date(before * 1000).toISOString();
}

/** The card that was kept with the payment, as its customer or the shop had asked; null for none. */
export function savedMethodOf(intent: Stripe.PaymentIntent): SavedMethod | null {
  const profileId = referenceOf(intent.payment_method);
  const paid = methodOf(intent);
  if (!isKept(intent) || profileId === null || paid?.type !== 'card') return null;
  return { profileId, name: holderOf(intent), ...cardFrom(paid) };
}

function isKept({ setup_future_usage, customer }: Stripe.PaymentIntent): boolean {
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
