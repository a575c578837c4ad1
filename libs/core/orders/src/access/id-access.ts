import type { Caller } from '@tandem/context';
import type { Order } from '../order';

/** Whether all of an order within the caller's reach is open to them, or only its payment. */
export function isOpenTo({ reach }: Caller, order: Pick<Order, 'id' | 'customerId' | 'idAccess'>): boolean {
  const isOwn = order.customerId !== null && order.customerId === reach.customerId;
  return reach.all || isOwn || reach.orderId === order.id || order.idAccess === 'full';
}

/** The order without what tells whose it is. */
export function withoutPerson(order: Order): Order {
  return { ...order, email: null, customerNote: null, billAddress: null, shipAddress: null, metadata: {} };
}
