import type { OrderDetails } from '@tandem/checkout';
import { presentOrder } from '../../store/orders/order.presenter';
import type { SpreeListedOrder } from './order.dto';

/** An order in a list of staff's: whoever copies the list gets no shopper's token with it. */
export function presentListedOrder(details: OrderDetails): SpreeListedOrder {
  const { token: _, ...shown } = presentOrder(details);
  return shown;
}
