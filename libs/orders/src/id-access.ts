import type { Caller } from '@tandem/context';
import type { Order } from './order';

/**
 * What a guest's order gives to whoever knows its id and nothing else (Medusa; Spree always asks for the order's token):
 * - `full`: everything, for it was made as a Medusa cart, and there a cart's id is what opens it;
 * - `pay`: it can be paid and placed, for it was handed over, and its cart id was given to a storefront for that; it shows
 *   no person, is not changed, and is nobody's to take over;
 * - `none`: nothing, for it was made through Spree. Its token opens it.
 */
export type IdAccess = 'full' | 'pay' | 'none';

/** Whether all of an order within the caller's reach is open to them, or only its payment. */
export function isOpenTo({ reach }: Caller, order: Pick<Order, 'id' | 'customerId' | 'idAccess'>): boolean {
  const isOwn = order.customerId !== null && order.customerId === reach.customerId;
  return reach.all || isOwn || reach.orderId === order.id || order.idAccess === 'full';
}

/** The order without what tells whose it is. */
export function withoutPerson(order: Order): Order {
  return { ...order, email: null, customerNote: null, billAddress: null, shipAddress: null, metadata: {} };
}
