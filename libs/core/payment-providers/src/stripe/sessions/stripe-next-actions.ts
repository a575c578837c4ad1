import type { Authorization } from '@tandem/provider-kit';
import type Stripe from 'stripe';
import { detailsOf, type Details } from '../stripe-objects';

type WhenPaid = Pick<
  Extract<Authorization, { readonly state: 'requires_action' }>,
  'paidLater' | 'expiresAt'
>;

/** The shopper has finished with the page and pays elsewhere, within hours or days. The keys are next_action's types. */
const PAID_ELSEWHERE = new Set([
  'oxxo_display_details',
  'boleto_display_details',
  'konbini_display_details',
  'multibanco_display_details',
  'display_bank_transfer_instructions',
  // Two small amounts arrive in the shopper's account within a day or two; Stripe waits ten days.
  'verify_with_microdeposits',
  // Valid for 4 hours, or up to two weeks where the account has set so.
  'pix_display_qr_code',
  // A bank notifies its customer a day before charging (India).
  'card_await_notification',
]);

/** Delayed notification methods (https://docs.stripe.com/payments/payment-methods): settlement takes days. */
const SLOW_TYPES = new Set([
  ...['acss_debit', 'au_becs_debit', 'bacs_debit', 'nz_bank_account', 'sepa_debit', 'us_bank_account'],
  ...['boleto', 'customer_balance', 'konbini', 'multibanco', 'oxxo', 'payto', 'sofort'],
]);

/**
 * Whether a payment that waits for the shopper is paid later, and its deadline. Without its own deadline (transfers,
 * debits), Stripe's limit applies. A QR code's short expiry (`qr_code.expires_at`) is not a deadline: pages renew it.
 */
export function whenPaid(next: Stripe.PaymentIntent.NextAction | null): WhenPaid {
  if (next === null) return {};
  const expiresAt = PAID_ELSEWHERE.has(next.type) ? expiryOf(detailsOf(next, next.type)) : undefined;
  return {
    ...(PAID_ELSEWHERE.has(next.type) && { paidLater: true as const }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
}

/** For a payment that is processing. */
export function whenProcessed({ next_action }: Stripe.PaymentIntent, type: string | null): WhenPaid {
  const isSlow = type !== null && SLOW_TYPES.has(type);
  return isSlow ? { ...whenPaid(next_action), paidLater: true } : whenPaid(next_action);
}

function expiryOf({ expires_at, expires_after }: Details): string | undefined {
  const at = expires_at ?? expires_after;
  return typeof at === 'number' ? new Date(at * 1000).toISOString() : undefined;
}
