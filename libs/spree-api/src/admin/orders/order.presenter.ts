import { dueIn, type OrderDetails } from '@tandem/checkout';
import { withDisplay } from '../../spree-display';
import { spreeId } from '../../spree-ids';
import type { SpreeOrder } from '../../store/orders/order.dto';
import { presentOrder } from '../../store/orders/order.presenter';
import type { SpreeListedOrder } from './order.dto';

/** Spree's order as its store's staff see it; `payment_total` is what was captured and not refunded. */
export function presentAdminOrder(details: OrderDetails): SpreeOrder {
  const { customerId, canceledAt } = details.order;
  return {
    ...presentOrder(details),
    customer_id: customerId && spreeId('customer', customerId),
    canceled_at: canceledAt?.toISOString() ?? null,
    ...withDisplay({ payment_total: dueIn(details).paymentTotal }),
  };
}

/** One in a list of staff's: whoever copies the list gets no shopper's token with it. */
export function presentListedOrder(details: OrderDetails): SpreeListedOrder {
  const { token: _, ...shown } = presentAdminOrder(details);
  return shown;
}
