import type { NewEvent, OrderPayload } from '@tandem/outbox';
import type { Order } from './order';

/** An order that has just come to this state, as the outbox tells of it. */
export function orderEvent(order: Order, state: 'completed' | 'canceled'): NewEvent {
  const { storeId, id: orderId } = order;
  return { storeId, orderId, type: `order.${state}`, payload: payloadOf(order, state) };
}

/** A placed order that nothing is left to capture of. */
export function orderPaidEvent(order: Order): NewEvent {
  const { storeId, id: orderId } = order;
  return { storeId, orderId, type: 'order.paid', payload: payloadOf(order, 'completed') };
}

function payloadOf(order: Order, state: OrderPayload['state']): OrderPayload {
  const { id, number, customerId, total } = order;
  return { id, number, state, customerId, total: total.toDecimal(), currency: total.currency };
}
