import { dueIn, type OrderDetails } from '@tandem/checkout';
import type { Request } from 'express';
import { withDisplay } from '../../money/spree-display';
import { spreeId } from '../../ids/spree-ids';
import { presentGiftCard } from '../../store/customer/gift-cards/gift-card.presenter';
import type { SpreeOrder } from '../../store/orders/order.dto';
import { presentOrder } from '../../store/orders/order.presenter';
import { codeFor } from '../gift-cards/gift-card.presenter';
import { mayWrite } from '../may-write';
import type { SpreeListedOrder } from './order.dto';

/**
 * Spree's order as its store's staff see it; `payment_total` is what was captured and not refunded. Its token opens it as its
 * shopper: it is blank for a caller who may only read orders.
 */
export function presentAdminOrder(details: OrderDetails, request: Request): SpreeOrder {
  const { customerId, canceledAt, token } = details.order;
  return {
    ...presentOrder(details),
    token: mayWrite(request, 'orders') ? token : '',
    customer_id: customerId && spreeId('customer', customerId),
    canceled_at: canceledAt?.toISOString() ?? null,
    gift_card: details.giftCard && codeFor(request, presentGiftCard(details.giftCard)),
    ...withDisplay({ payment_total: dueIn(details).paymentTotal }),
  };
}

/** One in a list of staff's: whoever copies the list gets no shopper's token with it. */
export function presentListedOrder(details: OrderDetails, request: Request): SpreeListedOrder {
  const { token: _, ...shown } = presentAdminOrder(details, request);
  return shown;
}
