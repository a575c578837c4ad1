import type { NewEvent } from '@tandem/events';
import type { Order } from './order';

/** An order that has just come to this state, as the outbox tells of it. */
export function orderEvent(order: Order, state: 'completed' | 'canceled'): NewEvent {
  const { storeId, id, number, customerId, total } = order;
  return {
    storeId,
    orderId: id,
    type: `order.${state}`,
    payload: { id, number, state, customerId, total: total.toDecimal(), currency: total.currency },
  };
}
