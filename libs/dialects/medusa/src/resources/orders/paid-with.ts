import type { Payment } from '@tandem/payments';

/** The payment instrument and the capture deadline, named as Stripe's charge in Medusa's `data`; unknown values are omitted. */
export function paidWithIn({ paidWith, captureBefore, state }: Payment): Record<string, unknown> {
  const isAuthorized = state === 'authorized' && captureBefore !== null;
  return {
    ...(paidWith && { payment_method_details: detailsOf(paidWith) }),
    ...(isAuthorized && { capture_before: captureBefore.toISOString() }),
  };
}

function detailsOf(paidWith: NonNullable<Payment['paidWith']>): Record<string, unknown> {
  const { type, brand, last4, expiryMonth, expiryYear, funding, wallet, bank, country } = paidWith;
  const details = {
    ...{ type, brand, last4, exp_month: expiryMonth, exp_year: expiryYear },
    ...{ funding, wallet, bank, country },
  };
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
}
