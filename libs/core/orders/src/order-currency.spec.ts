import { Money } from '@tandem/money';
import { nobody, noIdempotency } from '@tandem/context';
import { refuseOtherCurrency } from './order-currency';
import { OrderCurrencyFixed } from './orders.errors';

const order = { total: Money.parse('1', 'EUR') };
const asked = { storeId: 's', caller: nobody, idempotency: noIdempotency };

it('an order is changed in its own currency, whatever its case, and where none is named', () => {
  for (const currency of ['EUR', 'eur', undefined])
    expect(() => refuseOtherCurrency({ ...asked, ...(currency && { currency }) }, order)).not.toThrow();
});

it('a page that shows another currency changes no order', () => {
  expect(() => refuseOtherCurrency({ ...asked, currency: 'USD' }, order)).toThrow(OrderCurrencyFixed);
});
