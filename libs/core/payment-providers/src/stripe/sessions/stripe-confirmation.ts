import type { AuthorizeRequest } from '@tandem/provider-kit';
import type Stripe from 'stripe';
import { EXPANDED } from '../payments/stripe-payment-details';
import { returnUrlIn } from '../stripe-session-options';

/** For cards, whose bank's page opens inside the shop's own page: it is never visited. */
const UNUSED_RETURN_URL = 'https://stripe.com/';

/**
 * Parameters to confirm an intent with a named card. An intent created for the shopper's page may allow payment methods that
 * redirect, which cannot be changed later: Stripe then requires a return URL, whatever the payment method
 * (https://docs.stripe.com/api/payment_intents/confirm#confirm_payment_intent-return_url). The page sets it as `return_url` in the
 * session's data; a card's 3-D Secure still runs in the page's script, as it does without redirects.
 */
export function confirmationOf(
  { automatic_payment_methods: automatic }: Stripe.PaymentIntent,
  { initiatedBy, session }: Pick<AuthorizeRequest, 'initiatedBy' | 'session'>,
): Stripe.PaymentIntentConfirmParams {
  const isPresent = initiatedBy === 'shopper';
  const mayRedirect = automatic?.enabled === true && automatic.allow_redirects !== 'never';
  return {
    // Merchant-initiated: tells the bank that no shopper is present, and the intent does not wait for one.
    ...(!isPresent && { off_session: true }),
    ...(mayRedirect && { return_url: returnUrlIn(session.data) ?? UNUSED_RETURN_URL }),
    ...(mayRedirect && isPresent && { use_stripe_sdk: true }),
    expand: EXPANDED,
  };
}
