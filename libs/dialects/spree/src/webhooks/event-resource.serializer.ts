import { collectionsOf, type OrderDetails } from '@tandem/checkout';
import type { EventResource, OutboxEvent, PayloadOf, PaymentPayload, RefundPayload } from '@tandem/outbox';
import { Money } from '@tandem/money';
import type { Payment } from '@tandem/payments';
import { serializeRefund } from '../admin/orders/refunds/refund.serializer';
import { serializeGiftCard, maskCode } from '../store/customer/gift-cards/gift-card.serializer';
import { serializeOrder } from '../store/orders/order.serializer';
import { serializePaymentSession } from '../store/orders/payment-sessions/payment-session.serializer';
import { serializePayment } from '../store/orders/payments/payment.serializer';

/**
 * The order, payment, session or refund of an event in Spree's format, with its state and totals at the time of the event. Omits
 * what would let the receiver act as the shopper: the order's token, client secrets, a gift card's code.
 */
export function eventResource(event: OutboxEvent, order: OrderDetails): EventResource {
  switch (event.type) {
    case 'order.completed':
    case 'order.canceled':
    case 'order.paid':
      return orderResource(order, event.payload);
    case 'payment_session.completed':
    case 'payment_session.failed':
    case 'payment_session.canceled':
    case 'payment_session.expired':
      return sessionResource(order, event);
    case 'payment.authorized':
    case 'payment.captured':
    case 'payment.paid':
    case 'payment.voided':
      return paymentResource(order, event.payload);
    case 'refund.created':
    case 'refund.failed':
      return refundResource(order, event.payload, event.type);
    case 'payment.disputed':
      // Spree has no such event.
      return {};
  }
}

function orderResource(details: OrderDetails, { state }: PayloadOf['order.paid']): EventResource {
  const { token: _, ...resource } = serializeOrder({ ...details, order: { ...details.order, state } });
  return { ...resource, gift_card: details.giftCard && maskCode(serializeGiftCard(details.giftCard)) };
}

function paymentResource(order: OrderDetails, payload: PaymentPayload): EventResource {
  const history = paymentsOf(order).find(({ payment }) => payment.id === payload.id);
  if (!history) return {};
  return { ...serializePayment(atEventTime(history.payment, payload), history.method, history.card) };
}

/** The payment at the time of the event: it may have changed before the event is sent. */
function atEventTime(payment: Payment, payload: PaymentPayload): Payment {
  const amount = (decimal: string): Money => Money.parse(decimal, payload.currency);
  return {
    ...payment,
    state: payload.state,
    authorized: amount(payload.authorized),
    captured: amount(payload.captured),
    refunded: amount(payload.refunded),
    canceled: amount(payload.canceled),
  };
}

function sessionResource(
  order: OrderDetails,
  { type, payload }: Extract<OutboxEvent, { readonly type: `payment_session.${string}` }>,
): EventResource {
  const session = collectionsOf(order)
    .flatMap(({ sessions }) => sessions)
    .find(({ id }) => id === payload.id);
  const method = order.methods.find(({ id }) => id === payload.paymentMethodId);
  if (!session || !method) return {};
  const history = paymentsOf(order).find(({ payment }) => payment.sessionId === session.id);
  const resource = serializePaymentSession({
    session: { ...session, data: {} },
    method,
    payment: history?.payment ?? null,
    card: history?.card ?? null,
  });
  return { ...resource, status: type.slice(type.indexOf('.') + 1) };
}

function refundResource(
  order: OrderDetails,
  { id }: RefundPayload,
  type: 'refund.created' | 'refund.failed',
): EventResource {
  const entry = paymentsOf(order)
    .flatMap(({ entries }) => entries)
    .find((each) => each.id === id);
  if (!entry) return {};
  const refund = serializeRefund({ entry });
  return type === 'refund.failed' ? { ...refund, state: 'failed' } : { ...refund };
}

function paymentsOf(order: OrderDetails): OrderDetails['payment']['payments'] {
  return collectionsOf(order).flatMap(({ payments }) => payments);
}
