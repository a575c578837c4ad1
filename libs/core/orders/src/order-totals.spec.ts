import { Money } from '@tandem/money';
import { orderTotals } from './order-totals';

const usd = (text: string): Money => Money.parse(text, 'USD');

it('adds lines and adjustments', () => {
  const totals = orderTotals(
    'USD',
    [{ price: usd('55'), quantity: 2 }],
    [{ amount: usd('-10.50') }, { amount: usd('5') }],
  );
  expect([totals.itemTotal, totals.adjustmentTotal, totals.total].map((sum) => sum.toDecimal())).toEqual([
    '110.00',
    '-5.50',
    '104.50',
  ]);
  expect(totals.itemCount).toBe(2);
});

it('refuses a total below zero or beyond what is exact', () => {
  expect(() => orderTotals('USD', [{ price: usd('1'), quantity: 1 }], [{ amount: usd('-1.01') }])).toThrow(
    'must not be negative',
  );
  expect(() => orderTotals('USD', [{ price: usd('9999999999'), quantity: 1_000_000 }], [])).toThrow(
    'too large',
  );
});

it.each([
  ['lines', [{ price: usd('9999999999999.99'), quantity: 2 }], []],
  ['lines, whatever is taken off', [{ price: usd('9999999999999.99'), quantity: 2 }], ['-9999999999999.99']],
  ['adjustments', [{ price: usd('1'), quantity: 1 }], ['9999999999999.99']],
])('refuses %s of more than 15 digits', (_, lines, amounts) => {
  const adjustments = amounts.map((amount) => ({ amount: usd(amount) }));
  expect(() => orderTotals('USD', lines, adjustments)).toThrow('too large');
});
