import type { PayloadOf, OutboxEvent, PaymentPayload, SessionPayload } from '@tandem/outbox';
import { Money } from '@tandem/money';
import type { EventWriter } from '@tandem/webhooks';
import { spreeAmount } from '../money/spree-amount';
import { spreeId } from '../ids/spree-ids';
import { PAYMENT_STATE } from '../store/orders/payments/payment.serializer';
import { eventResource } from './event-resource.serializer';

type Json = Readonly<Record<string, unknown>>;

/**
 * The webhook body of an event, with Spree's ids and amounts. Standard scheme: {id, type, created_at, store_id, data}. Spree's
 * scheme: {id, name, created_at, data, metadata}, where id is a UUID and data also has the fields of the resource itself. The same
 * event always gives the same text.
 */
export const spreeEvents: EventWriter = {
  resourceOf: eventResource,
  write(event, scheme, resource) {
    const { type } = event;
    const id = spreeId('event', event.id);
    const created_at = event.createdAt.toISOString();
    const store_id = spreeId('store', event.storeId);
    const data = dataOf(event);
    const body =
      scheme === 'standard'
        ? { id, type, created_at, store_id, data }
        : { id: event.id, name: type, created_at, data: { ...data, ...resource }, metadata: { store_id } };
    return { id, type, body: JSON.stringify(body) };
  },
};

function dataOf(event: OutboxEvent): Json {
  const order_id = spreeId('order', event.orderId);
  switch (event.type) {
    case 'order.completed':
    case 'order.canceled':
    case 'order.paid':
      return orderOf(event.payload);
    case 'payment_session.completed':
    case 'payment_session.failed':
    case 'payment_session.canceled':
    case 'payment_session.expired':
      return sessionOf(order_id, event.type, event.payload);
    case 'payment.authorized':
    case 'payment.captured':
    case 'payment.paid':
    case 'payment.voided':
      return paymentOf(order_id, event.payload);
    case 'payment.disputed':
      return disputeOf(order_id, event.payload);
    case 'refund.created':
    case 'refund.failed':
      return refundOf(order_id, event.payload);
  }
}

function orderOf({ id, number, state, customerId, total, currency }: PayloadOf['order.completed']): Json {
  return {
    id: spreeId('order', id),
    number,
    status: state,
    customer_id: customerId && spreeId('customer', customerId),
    total: amount(total, currency),
    currency,
  };
}

function sessionOf(order_id: string, type: string, payload: SessionPayload): Json {
  return {
    id: spreeId('paymentSession', payload.id),
    order_id,
    payment_method_id: spreeId('paymentMethod', payload.paymentMethodId),
    status: type.slice(type.indexOf('.') + 1),
    amount: amount(payload.amount, payload.currency),
    currency: payload.currency,
    failure: payload.failure,
  };
}

function disputeOf(order_id: string, payload: PayloadOf['payment.disputed']): Json {
  const { reference, state, currency, reason, dueBy, payment } = payload;
  const details = {
    status: state,
    amount: amount(payload.amount, currency),
    currency,
    reason,
    due_by: dueBy,
  };
  return { id: reference, order_id, ...details, payment: paymentOf(order_id, payment) };
}

function paymentOf(order_id: string, payload: PaymentPayload): Json {
  const { currency } = payload;
  return {
    id: spreeId('payment', payload.id),
    order_id,
    payment_session_id: spreeId('paymentSession', payload.sessionId),
    payment_method_id: spreeId('paymentMethod', payload.paymentMethodId),
    number: payload.number,
    status: PAYMENT_STATE[payload.state],
    amount: amount(payload.amount, currency),
    authorized: amount(payload.authorized, currency),
    captured: amount(payload.captured, currency),
    refunded: amount(payload.refunded, currency),
    canceled: amount(payload.canceled, currency),
    currency,
  };
}

function refundOf(order_id: string, payload: PayloadOf['refund.created']): Json {
  return {
    id: spreeId('refund', payload.id),
    order_id,
    payment_id: spreeId('payment', payload.payment.id),
    amount: amount(payload.amount, payload.currency),
    currency: payload.currency,
    refund_reason_id: payload.refundReasonId && spreeId('refundReason', payload.refundReasonId),
    payment: paymentOf(order_id, payload.payment),
  };
}

function amount(decimal: string, currency: string): string {
  return spreeAmount(Money.parse(decimal, currency));
}
