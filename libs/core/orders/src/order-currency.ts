import type { RequestContext } from '@tandem/context';
import type { Order } from './order';
import { OrderCurrencyFixed } from './orders.errors';

/** An amount or a price that is meant in another currency is never taken for one of the order's. @throws OrderCurrencyFixed */
export function refuseOtherCurrency({ currency }: RequestContext, { total }: Pick<Order, 'total'>): void {
  const shown = currency?.toUpperCase() ?? total.currency;
  if (shown !== total.currency) throw new OrderCurrencyFixed(total.currency);
}
