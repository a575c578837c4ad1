import type { NewEvent, OrderPayload } from '@tandem/outbox';
import type { Order } from './order';

/** The outbox event of an order that was just completed or canceled. */
export function orderEvent(order: Order, state: 'completed' | 'canceled'): NewEvent {
  const { storeId, id: orderId } = order;
  return { storeId, orderId, type: `order.${state}`, payload: payloadOf(order, state) };
}

/** The outbox event of a completed order whose amount due is captured in full. */
export function orderPaidEvent(order: Order): NewEvent {
  const { storeId, id: orderId } = order;
  return { storeId, orderId, type: 'order.paid', payload: payloadOf(order, 'completed') };
}

function payloadOf(order: Order, state: OrderPayload['state']): OrderPayload {
  const { id, number, customerId, total } = order;
  return { id, number, state, customerId, total: total.toDecimal(), currency: total.currency };
}
