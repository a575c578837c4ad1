import type { ProviderCapabilities } from '@tandem/provider-kit';
import { STRIPE_SETTINGS } from './stripe-settings';

/** One of Stripe's ids here: all of its ways to pay, or one of them alone. */
export interface StripeMethod {
  readonly id: `pp_${string}`;
  readonly displayName: string;
  readonly currencies: ProviderCapabilities['currencies'];
  /** Stripe's own word for the one way to pay; null for all that the account has switched on. */
  readonly type: string | null;
}

/** Medusa's and Spree's own id of it. */
export const ALL_WAYS_TO_PAY: StripeMethod = {
  id: 'pp_stripe_stripe',
  displayName: 'Stripe',
  currencies: 'any',
  type: null,
};

/**
 * The further ids that Medusa's own package has (@medusajs/payment-stripe), in its spelling. The currencies are those in which Stripe
 * offers each way to pay: https://docs.stripe.com/payments/payment-methods/payment-method-support
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

/** Spree's older address of Stripe's events; Medusa's is the id's own. */
const OLDER_HOOK = '/stripe';

/** What cards can do, the single ways to pay cannot: none of these holds money, and none is kept for later. */
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
