import type { RequestContext } from '@tandem/context';
import type { Order } from './order';
import { OrderCurrencyFixed } from './orders.errors';

/** Refuses a request in another currency, whose amounts would be taken for the order's. @throws OrderCurrencyFixed */
export function refuseOtherCurrency({ currency }: RequestContext, { total }: Pick<Order, 'total'>): void {
  const requested = currency?.toUpperCase() ?? total.currency;
  if (requested !== total.currency) throw new OrderCurrencyFixed(total.currency);
}
