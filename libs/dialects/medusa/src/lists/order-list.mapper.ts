import type { OrderFilters, OrderSort, OrderState } from '@tandem/orders';
import type { ListQueryDto } from './list-query.dto';
import { mappedSortIn } from './list.mapper';

/** Medusa's order statuses that exist here; listed orders have no others. */
const STATES: Readonly<Record<string, OrderState>> = { pending: 'completed', canceled: 'canceled' };

const ORDER_BY: Readonly<Record<string, OrderSort['field']>> = {
  id: 'id',
  display_id: 'number',
  email: 'email',
  created_at: 'createdAt',
  updated_at: 'updatedAt',
};

/** Placed and canceled orders with these statuses. */
export function statesIn(statuses: readonly string[] | undefined): OrderFilters['states'] {
  return Object.entries(STATES).flatMap(([status, state]) =>
    statuses === undefined || statuses.includes(status) ? [state] : [],
  );
}

/** @throws OrderFieldInvalid */
export function orderSortIn(query: ListQueryDto): OrderSort | undefined {
  return mappedSortIn(query, ORDER_BY);
}
