import type { OrderFilters, OrderRef } from '@tandem/orders';
import { uuidOf, uuidsOf } from '../../ids/medusa-ids';
import { statesIn } from '../../lists/order-list.mapper';
import type { StoreOrdersQueryDto } from './order.dto';

/** Null for an id of no known form. */
export function orderRef(id: string): OrderRef | null {
  const uuid = uuidOf('order', id);
  return uuid === null ? null : { id: uuid };
}

/** A customer's orders that were placed. */
export function storeOrderFilters({ id, status }: StoreOrdersQueryDto): OrderFilters {
  return { is: 'placed', states: statesIn(status), ids: uuidsOf('order', id) };
}
