import { defineStates } from '@tandem/context';

/** The states of a payment; how much was captured and refunded is in its totals. */
export const PAYMENT = defineStates('payment', {
  authorized: { capture: 'captured', cancel: 'canceled' },
  // `release` cancels the rest of an authorization after a partial capture.
  captured: { capture: 'captured', refund: 'captured', release: 'captured' },
  canceled: {},
});

export type PaymentState = keyof typeof PAYMENT.table;
