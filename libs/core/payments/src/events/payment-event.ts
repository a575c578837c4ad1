import type { NewEvent, PaymentPayload } from '@tandem/outbox';
import type { Money } from '@tandem/money';
import type { DisputeSubject } from '@tandem/provider-kit';
import type { Payment } from '../payment';

/** The part of a payment that events show. */
export type PaymentInEvent = Pick<
  Payment,
  | 'storeId'
  | 'orderId'
  | 'id'
  | 'sessionId'
  | 'paymentMethodId'
  | 'number'
  | 'state'
  | 'authorized'
  | 'captured'
  | 'refunded'
  | 'canceled'
>;

/** The event about a payment transaction, with the payment after it. */
export function paymentEvent(
  type: 'payment.authorized' | 'payment.captured' | 'payment.paid' | 'payment.voided',
  payment: PaymentInEvent,
  amount: Money,
): NewEvent {
  const { storeId, orderId } = payment;
  return { storeId, orderId, type, payload: payloadOf(payment, amount) };
}

export function refundEvent(
  type: 'refund.created' | 'refund.failed',
  payment: PaymentInEvent,
  refund: { readonly id: string; readonly amount: Money; readonly refundReasonId: string | null },
): NewEvent {
  const { storeId, orderId } = payment;
  const { id, amount, refundReasonId } = refund;
  const payload = {
    id,
    amount: amount.toDecimal(),
    currency: amount.currency,
    refundReasonId,
    payment: payloadOf(payment, amount),
  };
  return { storeId, orderId, type, payload };
}

export function disputeEvent(payment: PaymentInEvent, dispute: DisputeSubject, amount: Money): NewEvent {
  const { storeId, orderId } = payment;
  const { reference, state, reason = null, dueBy = null } = dispute;
  const payload = {
    reference,
    state,
    amount: amount.toDecimal(),
    currency: amount.currency,
    reason,
    dueBy,
    payment: payloadOf(payment, amount),
  };
  return { storeId, orderId, type: 'payment.disputed', payload };
}

function payloadOf(payment: PaymentInEvent, amount: Money): PaymentPayload {
  const { id, sessionId, paymentMethodId, number, state } = payment;
  return {
    id,
    sessionId,
    paymentMethodId,
    number,
    state,
    amount: amount.toDecimal(),
    authorized: payment.authorized.toDecimal(),
    captured: payment.captured.toDecimal(),
    refunded: payment.refunded.toDecimal(),
    canceled: payment.canceled.toDecimal(),
    currency: amount.currency,
  };
}
