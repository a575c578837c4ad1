import type { UnplacedOrder } from '@tandem/orders';
import { spreeAmount } from '../../money/spree-amount';
import { spreeId } from '../../ids/spree-ids';
import type { SpreeUnplacedOrder } from './unplaced-order.dto';

export function serializeUnplacedOrder(order: UnplacedOrder): SpreeUnplacedOrder {
  return {
    id: spreeId('order', order.id),
    number: order.number,
    problem: order.problem,
    total: spreeAmount(order.total),
    currency: order.total.currency,
    completion_requested_at: order.requestedAt?.toISOString() ?? null,
    created_at: order.createdAt.toISOString(),
  };
}
