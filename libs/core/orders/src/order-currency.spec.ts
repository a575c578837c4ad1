import { Money } from '@tandem/money';
import { anonymous, noIdempotency } from '@tandem/context';
import { refuseOtherCurrency } from './order-currency';
import { OrderCurrencyFixed } from './orders.errors';

const order = { total: Money.parse('1', 'EUR') };
const ctx = { storeId: 's', caller: anonymous, idempotency: noIdempotency };

it('accepts the order’s currency in any case, and no currency', () => {
  for (const currency of ['EUR', 'eur', undefined])
    expect(() => refuseOtherCurrency({ ...ctx, ...(currency && { currency }) }, order)).not.toThrow();
});

it('refuses another currency', () => {
  expect(() => refuseOtherCurrency({ ...ctx, currency: 'USD' }, order)).toThrow(OrderCurrencyFixed);
});
