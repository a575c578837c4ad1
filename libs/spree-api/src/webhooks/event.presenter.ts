import type { FactsOf, OutboxEvent, PaymentFacts, SessionFacts } from '@tandem/events';
import { Money } from '@tandem/money';
import type { EventWriter } from '@tandem/webhooks';
import { spreeAmount } from '../spree-amount';
import { spreeId } from '../spree-ids';
import { PAYMENT_STATE } from '../store/orders/payments/payment.presenter';

type Shown = Readonly<Record<string, unknown>>;

/**
 * An event as a webhook tells it, in Spree's ids and amounts. By the standard scheme it is {id, type, created_at,
 * store_id, data}; by Spree's own {id, name, created_at, data, metadata}. The same event is always the same text.
 */
export const writeSpreeEvent: EventWriter = (event, scheme) => {
  const { type } = event;
  const id = spreeId('event', event.id);
  const created_at = event.createdAt.toISOString();
  const store_id = spreeId('store', event.storeId);
  const data = dataOf(event);
  const body =
    scheme === 'standard'
      ? { id, type, created_at, store_id, data }
      : { id, name: type, created_at, data, metadata: { store_id } };
  return { id, type, body: JSON.stringify(body) };
};

function dataOf(event: OutboxEvent): Shown {
  const order_id = spreeId('order', event.orderId);
  switch (event.type) {
    case 'order.completed':
    case 'order.canceled':
      return orderOf(event.facts);
    case 'payment_session.completed':
    case 'payment_session.failed':
    case 'payment_session.canceled':
    case 'payment_session.expired':
      return sessionOf(order_id, event.type, event.facts);
    case 'payment.authorized':
    case 'payment.captured':
    case 'payment.voided':
      return paymentOf(order_id, event.facts);
    case 'refund.created':
    case 'refund.failed':
      return refundOf(order_id, event.facts);
  }
}

function orderOf({ id, number, state, customerId, total, currency }: FactsOf['order.completed']): Shown {
  return {
    id: spreeId('order', id),
    number,
    status: state,
    customer_id: customerId && spreeId('customer', customerId),
    total: amount(total, currency),
    currency,
  };
}

function sessionOf(order_id: string, type: string, facts: SessionFacts): Shown {
  return {
    id: spreeId('paymentSession', facts.id),
    order_id,
    payment_method_id: spreeId('paymentMethod', facts.paymentMethodId),
    status: type.slice(type.indexOf('.') + 1),
    amount: amount(facts.amount, facts.currency),
    currency: facts.currency,
    failure: facts.failure,
  };
}

function paymentOf(order_id: string, facts: PaymentFacts): Shown {
  const { currency } = facts;
  return {
    id: spreeId('payment', facts.id),
    order_id,
    payment_session_id: spreeId('paymentSession', facts.sessionId),
    payment_method_id: spreeId('paymentMethod', facts.paymentMethodId),
    number: facts.number,
    status: PAYMENT_STATE[facts.state],
    amount: amount(facts.amount, currency),
    authorized: amount(facts.authorized, currency),
    captured: amount(facts.captured, currency),
    refunded: amount(facts.refunded, currency),
    canceled: amount(facts.canceled, currency),
    currency,
  };
}

function refundOf(order_id: string, facts: FactsOf['refund.created']): Shown {
  return {
    id: spreeId('refund', facts.id),
    order_id,
    payment_id: spreeId('payment', facts.payment.id),
    amount: amount(facts.amount, facts.currency),
    currency: facts.currency,
    refund_reason_id: facts.refundReasonId && spreeId('refundReason', facts.refundReasonId),
    payment: paymentOf(order_id, facts.payment),
  };
}

function amount(decimal: string, currency: string): string {
  return spreeAmount(Money.parse(decimal, currency));
}
