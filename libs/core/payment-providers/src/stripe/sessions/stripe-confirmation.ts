import type { AuthorizeRequest } from '@tandem/provider-kit';
import type Stripe from 'stripe';
import { EXPANDED } from '../payments/stripe-payment-details';
import { returnUrlIn } from '../stripe-wishes';

/** For cards, which ask for their bank's page within the shop's own: nobody comes to it. */
const NOWHERE = 'https://stripe.com/';

/**
 * How the server confirms an intent whose card is named. One that was opened for the shopper's page may take ways to pay that lead
 * them elsewhere, which cannot be changed later: Stripe then wants to know where they come back to, whatever pays it
 * (https://docs.stripe.com/api/payment_intents/confirm#confirm_payment_intent-return_url). The page says so as `return_url` in the
 * session's data; a card's bank is asked through the page's script all the same, as it is where no redirect is allowed.
 */
export function confirmationOf(
  { automatic_payment_methods: automatic }: Stripe.PaymentIntent,
  { initiatedBy, session }: Pick<AuthorizeRequest, 'initiatedBy' | 'session'>,
): Stripe.PaymentIntentConfirmParams {
  const isPresent = initiatedBy === 'shopper';
  const mayRedirect = automatic?.enabled === true && automatic.allow_redirects !== 'never';
  return {
    // Nobody is there to be asked: the bank is informed of it, and the intent is not left waiting for them.
    ...(!isPresent && { off_session: true }),
    ...(mayRedirect && { return_url: returnUrlIn(session.data) ?? NOWHERE }),
    ...(mayRedirect && isPresent && { use_stripe_sdk: true }),
    expand: EXPANDED,
  };
}
