import type { ProviderCapabilities } from '@tandem/provider-kit';
import { STRIPE_SETTINGS } from './stripe-settings';

/** One provider id for Stripe: all payment methods, or a single one. */
export interface StripeMethod {
  readonly id: `pp_${string}`;
  readonly displayName: string;
  readonly currencies: ProviderCapabilities['currencies'];
  /** Stripe's payment method type; null for all that the account has enabled. */
  readonly type: string | null;
}

/** The id used by Medusa and Spree. */
export const ALL_WAYS_TO_PAY: StripeMethod = {
  id: 'pp_stripe_stripe',
  displayName: 'Stripe',
  currencies: 'any',
  type: null,
};

/**
 * The other ids of Medusa's package (@medusajs/payment-stripe). The currencies are those in which Stripe offers each
 * payment method: https://docs.stripe.com/payments/payment-methods/payment-method-support
 */
export const SINGLE_WAYS_TO_PAY: readonly StripeMethod[] = [
  {
    id: 'pp_stripe-bancontact_stripe',
    displayName: 'Stripe: Bancontact',
    currencies: ['EUR'],
    type: 'bancontact',
  },
  { id: 'pp_stripe-blik_stripe', displayName: 'Stripe: BLIK', currencies: ['PLN'], type: 'blik' },
  { id: 'pp_stripe-giropay_stripe', displayName: 'Stripe: giropay', currencies: ['EUR'], type: 'giropay' },
  { id: 'pp_stripe-ideal_stripe', displayName: 'Stripe: iDEAL', currencies: ['EUR'], type: 'ideal' },
  {
    id: 'pp_stripe-przelewy24_stripe',
    displayName: 'Stripe: Przelewy24',
    currencies: ['EUR', 'PLN'],
    type: 'p24',
  },
  {
    id: 'pp_stripe-promptpay_stripe',
    displayName: 'Stripe: PromptPay',
    currencies: ['THB'],
    type: 'promptpay',
  },
  { id: 'pp_stripe-oxxo_stripe', displayName: 'Stripe: OXXO', currencies: ['MXN'], type: 'oxxo' },
];

/** Spree's older path for Stripe's events; Medusa's path is derived from the id. */
const OLDER_HOOK = '/stripe';

/** Single payment methods support neither authorization only nor saving, unlike cards. */
export function stripeCapabilities({
  id,
  displayName,
  currencies,
  type,
}: StripeMethod): ProviderCapabilities {
  const isAll = type === null;
  const hook = `/hooks/payment/${id.slice('pp_'.length)}`;
  return {
    id,
    displayName,
    currencies,
    testOnly: false,
    sessionRequired: true,
    local: { sessions: false },
    settings: STRIPE_SETTINGS,
    hooks: isAll ? [hook, OLDER_HOOK] : [hook],
    gateway: 'stripe',
    supports: {
      capture: 'once',
      partialCapture: isAll,
      partialRefund: true,
      cancel: true,
      savedMethods: isAll,
      saveAtCheckout: isAll,
      accountHolders: true,
    },
  };
}
