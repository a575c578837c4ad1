import type { OrderFilters } from '@tandem/orders';
import { uuidsOf } from '../../ids/medusa-ids';
import { statesIn } from '../../lists/order-list.mapper';
import type { StoreOrdersQueryDto } from './order.dto';

/** A customer's placed orders. */
export function storeOrderFilters({ id, status }: StoreOrdersQueryDto): OrderFilters {
  return { is: 'placed', states: statesIn(status), ids: uuidsOf('order', id) };
}
