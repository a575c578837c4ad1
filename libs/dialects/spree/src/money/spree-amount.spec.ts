import { currencies, exponentOf, Money } from '@tandem/money';
import { amountIn, displayAmount, spreeAmount } from './spree-amount';

const money = (text: string, currency = 'USD'): Money => Money.parse(text, currency);

it.each([
  ['110', 'USD', '110.0', '$110.00'],
  ['99.99', 'USD', '99.99', '$99.99'],
  ['10.5', 'USD', '10.5', '$10.50'],
  ['0', 'USD', '0.0', '$0.00'],
  ['-5.25', 'USD', '-5.25', '-$5.25'],
  ['1500', 'JPY', '1500.0', '¥1,500'],
  ['1.234', 'KWD', '1.234', 'KWD 1.234'],
  ['10.50', 'HUF', '10.5', 'HUF 10.50'],
  ['10.125', 'IQD', '10.125', 'IQD 10.125'],
  ['10.50', 'IDR', '10.5', 'IDR 10.50'],
  ['10', 'ISK', '10.0', 'ISK 10'],
  ['1.0001', 'CLF', '1.0001', 'CLF 1.0001'],
])('prints %s %s as "%s" and "%s"', (text, currency, amount, display) => {
  expect([
    spreeAmount(money(text, currency)),
    displayAmount(money(text, currency)).replace(/\u00a0/g, ' '),
  ]).toEqual([amount, display]);
});

it.each(currencies())('displays %s with exactly its ISO 4217 decimals', (currency) => {
  for (const minor of [1n, 105n, -105n, 123_456_789_012_345n]) {
    const displayed = displayAmount(Money.of(minor, currency)).replace(/[^\d.-]|\.(?!\d)/g, '');
    expect(displayed).toBe(Money.of(minor, currency).toDecimal());
    expect(displayed.split('.')[1]?.length ?? 0).toBe(exponentOf(currency));
  }
});

it('reads a missing or blank amount as none, and refuses a malformed one', () => {
  expect([undefined, null, ''].map((text) => amountIn(text))).toEqual([undefined, undefined, undefined]);
  expect(amountIn(' 50.00 ')?.in('USD').minor).toBe(5000n);
  expect(amountIn(10.5)?.in('USD').minor).toBe(1050n);
  expect(() => amountIn('abc')?.in('USD')).toThrow('Amount is not a number');
  expect(() => amountIn('10.5')?.in('JPY')).toThrow('more decimals than its currency');
});
