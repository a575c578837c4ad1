import fc from 'fast-check';
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

it('refuses a negative total and one of more than 15 digits', () => {
  expect(() => orderTotals('USD', [{ price: usd('1'), quantity: 1 }], [{ amount: usd('-1.01') }])).toThrow(
    'must not be negative',
  );
  expect(() => orderTotals('USD', [{ price: usd('9999999999'), quantity: 1_000_000 }], [])).toThrow(
    'too large',
  );
});

it.each([
  ['lines', [{ price: usd('9999999999999.99'), quantity: 2 }], []],
  [
    'lines, even if adjustments reduce the total',
    [{ price: usd('9999999999999.99'), quantity: 2 }],
    ['-9999999999999.99'],
  ],
  ['adjustments', [{ price: usd('1'), quantity: 1 }], ['9999999999999.99']],
])('refuses %s of more than 15 digits', (_, lines, amounts) => {
  const adjustments = amounts.map((amount) => ({ amount: usd(amount) }));
  expect(() => orderTotals('USD', lines, adjustments)).toThrow('too large');
});

it('the total is the sum of lines and adjustments', () => {
  const minor = fc.integer({ min: -1_000, max: 100_000 });
  const lines = fc.array(fc.record({ price: minor, quantity: fc.integer({ min: 1, max: 50 }) }), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(lines, fc.array(minor, { maxLength: 5 }), (some, amounts) => {
      const expected = [...some.map(({ price, quantity }) => price * quantity), ...amounts];
      const sum = expected.reduce((so, part) => so + part, 0);
      fc.pre(sum >= 0);
      const { total, itemTotal, adjustmentTotal, itemCount } = orderTotals(
        'USD',
        some.map(({ price, quantity }) => ({ price: Money.of(BigInt(price), 'USD'), quantity })),
        amounts.map((amount) => ({ amount: Money.of(BigInt(amount), 'USD') })),
      );
      expect(total.minor).toBe(BigInt(sum));
      expect(itemTotal.plus(adjustmentTotal).compare(total)).toBe(0);
      expect(itemCount).toBe(some.reduce((so, { quantity }) => so + quantity, 0));
    }),
  );
});
