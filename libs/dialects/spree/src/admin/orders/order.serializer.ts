import { dueOfOrder, type OrderDetails } from '@tandem/checkout';
import type { Request } from 'express';
import { withDisplay } from '../../money/spree-display';
import { spreeId } from '../../ids/spree-ids';
import { serializeGiftCard } from '../../store/customer/gift-cards/gift-card.serializer';
import type { SpreeOrder } from '../../store/orders/order.dto';
import { serializeOrder } from '../../store/orders/order.serializer';
import { withCodeIfAllowed } from '../gift-cards/gift-card.serializer';
import { mayWrite } from '../may-write';
import type { SpreeListedOrder } from './order.dto';

/**
 * Spree's order for staff; `payment_total` is what was captured and not refunded. The token gives the shopper's access to the
 * order, so it is blank for callers with read access only.
 */
export function serializeAdminOrder(details: OrderDetails, request: Request): SpreeOrder {
  const { customerId, canceledAt, token } = details.order;
  return {
    ...serializeOrder(details),
    token: mayWrite(request, 'orders') ? token : '',
    customer_id: customerId && spreeId('customer', customerId),
    canceled_at: canceledAt?.toISOString() ?? null,
    gift_card: details.giftCard && withCodeIfAllowed(request, serializeGiftCard(details.giftCard)),
    ...withDisplay({ payment_total: dueOfOrder(details).paymentTotal }),
  };
}

/** An order in an admin list, without its token: a copied list must not give access to the orders. */
export function serializeListedOrder(details: OrderDetails, request: Request): SpreeListedOrder {
  const { token: _, ...shown } = serializeAdminOrder(details, request);
  return shown;
}
