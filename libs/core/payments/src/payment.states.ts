import { defineStates } from '@tandem/context';

/** How far a payment has come; how much was captured and refunded stands in its totals. */
export const PAYMENT = defineStates('payment', {
  authorized: { capture: 'captured', cancel: 'canceled' },
  // `release` lets go of what is left of a hold after a capture.
  captured: { capture: 'captured', refund: 'captured', release: 'captured' },
  canceled: {},
});

export type PaymentState = keyof typeof PAYMENT.table;
