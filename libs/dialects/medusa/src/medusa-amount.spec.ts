import { currencies, Money } from '@tandem/money';
import { rawAmount } from './medusa-amount';

it.each([
  ['110.00', 'USD', '110'],
  ['10.50', 'HUF', '10.5'],
  ['10.125', 'IQD', '10.125'],
  ['1000', 'JPY', '1000'],
  ['0.0001', 'CLF', '0.0001'],
])('the raw amount of %s %s is %s', (text, currency, value) => {
  expect(rawAmount(Money.parse(text, currency))).toEqual({ value, precision: 20 });
});

it.each(currencies())('a number and its raw amount are equal for %s', (currency) => {
  for (const minor of [1n, 105n, 123_456_789_012_345n]) {
    const money = Money.of(minor, currency);
    const { value = '' } = rawAmount(money) ?? {};
    expect([Money.parse(value, currency).minor, Money.fromNumber(money.toNumber(), currency).minor]).toEqual([
      minor,
      minor,
    ]);
  }
});
