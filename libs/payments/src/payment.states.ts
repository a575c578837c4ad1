import { defineStates } from '@tandem/context';

/** How far a payment has come; how much was captured and refunded stands in its totals. */
export const PAYMENT = defineStates('payment', {
  authorized: { capture: 'captured', cancel: 'canceled' },
  captured: { capture: 'captured', refund: 'captured' },
  canceled: {},
});

export type PaymentState = keyof typeof PAYMENT.table;
