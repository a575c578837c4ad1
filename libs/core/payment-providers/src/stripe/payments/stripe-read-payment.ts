import type { PaymentAtGateway, ReadPaymentRequest } from '@tandem/provider-kit';
import type Stripe from 'stripe';
import { fromStripe } from '../stripe-amount';
import { hasFailed, refundsOf } from './stripe-refunds';
import { expectId } from '../stripe-objects';

const STATES: Readonly<Record<string, PaymentAtGateway['state']>> = {
  succeeded: 'captured',
  canceled: 'canceled',
};

/** Not paid yet: nothing was ever authorized. */
const UNPAID = new Set(['requires_payment_method', 'requires_confirmation', 'requires_action']);

/** The contract's `readPayment`: a payment according to Stripe's own record. */
export async function readStripePayment(
  stripe: Stripe,
  { payment }: Pick<ReadPaymentRequest, 'payment'>,
): Promise<PaymentAtGateway> {
  const { reference } = payment;
  const intent = expectId(await stripe.paymentIntents.retrieve(reference), reference);
  const { amount, amount_received, currency } = intent;
  let refunded = 0;
  for (const refund of await refundsOf(stripe, intent)) {
    if (!hasFailed(refund)) refunded += refund.amount;
  }
  const released = intent.status === 'canceled' ? amount : amount - amount_received;
  const isOver = intent.status === 'canceled' || intent.status === 'succeeded';
  return {
    state: STATES[intent.status] ?? 'authorized',
    authorized: fromStripe(UNPAID.has(intent.status) ? 0 : amount, currency),
    captured: fromStripe(amount_received, currency),
    refunded: fromStripe(refunded, currency),
    canceled: fromStripe(isOver ? released : 0, currency),
  };
}
