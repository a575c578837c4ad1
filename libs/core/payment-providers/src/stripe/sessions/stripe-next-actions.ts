import type { Authorization } from '@tandem/provider-kit';
import type Stripe from 'stripe';
import { detailsOf, type Details } from '../stripe-objects';

type WhenPaid = Pick<
  Extract<Authorization, { readonly state: 'requires_action' }>,
  'paidLater' | 'expiresAt'
>;

/** The shopper is done with the page: they pay elsewhere, in hours or days. The name of what they are shown is next_action's type. */
const PAID_ELSEWHERE = new Set([
  'oxxo_display_details',
  'boleto_display_details',
  'konbini_display_details',
  'multibanco_display_details',
  'display_bank_transfer_instructions',
  // Two small amounts arrive on the shopper's account in a day or two; Stripe waits for ten days.
  'verify_with_microdeposits',
  // Valid for 4 hours, or up to two weeks where the account has set so.
  'pix_display_qr_code',
  // A bank tells its customer a day before it charges (India).
  'card_await_notification',
]);

/** Delayed notification (https://docs.stripe.com/payments/payment-methods): their money is on its way for days. */
const SLOW_TYPES = new Set([
  ...['acss_debit', 'au_becs_debit', 'bacs_debit', 'nz_bank_account', 'sepa_debit', 'us_bank_account'],
  ...['boleto', 'customer_balance', 'konbini', 'multibanco', 'oxxo', 'payto', 'sofort'],
]);

/**
 * Whether a payment that waits for its shopper is made later, and until when. What has no end of its own (a transfer, a debit)
 * is waited for as long as Stripe does. The short life of a QR code (`qr_code.expires_at`) is none: pages renew it.
 */
export function whenPaid(next: Stripe.PaymentIntent.NextAction | null): WhenPaid {
  if (next === null) return {};
  const expiresAt = PAID_ELSEWHERE.has(next.type) ? endOf(detailsOf(next, next.type)) : undefined;
  return {
    ...(PAID_ELSEWHERE.has(next.type) && { paidLater: true as const }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
}

/** Of a payment that is processing. */
export function whenProcessed({ next_action }: Stripe.PaymentIntent, type: string | null): WhenPaid {
  const isSlow = type !== null && SLOW_TYPES.has(type);
  return isSlow ? { ...whenPaid(next_action), paidLater: true } : whenPaid(next_action);
}

function endOf({ expires_at, expires_after }: Details): string | undefined {
  const at = expires_at ?? expires_after;
  return typeof at === 'number' ? new Date(at * 1000).toISOString() : undefined;
}
