import { collectionsOf, type OrderDetails } from '@tandem/checkout';
import type { SessionDetails } from '@tandem/payment-sessions';
import { capturable, type Payment, type PaymentHistory, type PaymentState } from '@tandem/payments';
import type { SavedCard } from '@tandem/saved-methods';
import { displayAmount, spreeAmount } from '../../../spree-amount';
import { spreeId } from '../../../spree-ids';
import { presentPaymentMethod, type ShownMethod } from '../payment-methods/payment-method.presenter';
import type { SpreePayment } from './payment.dto';
import { presentSource } from './payment-source.presenter';

/** Spree's words for how far a payment has come. */
export const PAYMENT_STATE = {
  authorized: 'pending',
  captured: 'completed',
  canceled: 'void',
} satisfies Record<PaymentState, string>;

export function presentPayment(payment: Payment, method: ShownMethod, card: SavedCard | null): SpreePayment {
  const amount = payment.state === 'captured' ? payment.captured : payment.authorized;
  return {
    id: spreeId('payment', payment.id),
    payment_method_id: spreeId('paymentMethod', payment.paymentMethodId),
    state: PAYMENT_STATE[payment.state],
    status: PAYMENT_STATE[payment.state],
    response_code: payment.externalId,
    number: payment.number,
    amount: spreeAmount(amount),
    display_amount: displayAmount(amount),
    uncaptured_amount: spreeAmount(capturable(payment)),
    voided_amount: spreeAmount(payment.canceled),
    created_at: payment.createdAt.toISOString(),
    updated_at: payment.updatedAt.toISOString(),
    ...presentSource(payment, card),
    payment_method: presentPaymentMethod(method),
  };
}

/** A payment as it stands after a movement of it. */
export function presentPaymentHistory({ payment, method, card }: PaymentHistory): SpreePayment {
  return presentPayment(payment, method, card);
}

/** A payment that was taken in one request, by a session of its own. */
export function presentTakenPayment({ session, method, payment, card }: SessionDetails): SpreePayment {
  if (payment === null) throw new Error(`session ${session.id} has left no payment`);
  return presentPayment(payment, method, card);
}

/** Of all its collections: Spree knows no others than its payments. */
export function presentPaymentsOf(details: OrderDetails): SpreePayment[] {
  return collectionsOf(details).flatMap(({ payments }) => payments.map(presentPaymentHistory));
}

export function presentPaymentList(details: OrderDetails): { data: SpreePayment[]; meta: { count: number } } {
  const data = presentPaymentsOf(details);
  return { data, meta: { count: data.length } };
}
