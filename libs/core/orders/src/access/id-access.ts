import type { Caller } from '@tandem/context';
import type { Order } from '../order';

/** Whether the caller may see and change the whole order, not only pay it. The order must be in their access scope. */
export function isOpenTo({ scope }: Caller, order: Pick<Order, 'id' | 'customerId' | 'idAccess'>): boolean {
  const isOwn = order.customerId !== null && order.customerId === scope.customerId;
  return scope.all || isOwn || scope.orderId === order.id || order.idAccess === 'full';
}

/** The order without personal data. */
export function withoutPersonalData(order: Order): Order {
  return { ...order, email: null, customerNote: null, billAddress: null, shipAddress: null, metadata: {} };
}
