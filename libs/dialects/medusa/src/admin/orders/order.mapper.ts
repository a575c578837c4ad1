import type { CreateCreditLineInput } from '@tandem/checkout';
import { MedusaAmount } from '../../medusa-amount';
import { uuidsOf } from '../../ids/medusa-ids';
import type { RequestContext } from '@tandem/context';
import type { OrderFilters } from '@tandem/orders';
import { timesIn } from '../../lists/list.mapper';
import { statesIn } from '../../lists/order-list.mapper';
import type { NamedId } from '../../ids/medusa-path-ids';
import type { AddCreditLineDto, AdminOrdersQueryDto } from './order.dto';

/** Placed and canceled orders, without abandoned carts. */
export function adminOrderFilters({ storeId }: RequestContext, query: AdminOrdersQueryDto): OrderFilters {
  const isThisStore = uuidsOf('salesChannel', query.sales_channel_id)?.includes(storeId) ?? true;
  return {
    is: 'order',
    states: statesIn(query.status),
    ids: isThisStore ? uuidsOf('order', query.id) : [],
    customerIds: uuidsOf('customer', query.customer_id),
    regionIds: uuidsOf('region', query.region_id),
    email: query.email,
    search: query.q,
    created: timesIn(query.created_at),
    updated: timesIn(query.updated_at),
  };
}

export function toCreateCreditLine(order: NamedId, body: AddCreditLineDto): CreateCreditLineInput {
  const { amount, reference, reference_id: referenceId, metadata = null } = body;
  return { order, amount: new MedusaAmount(amount), reference, referenceId, metadata };
}
