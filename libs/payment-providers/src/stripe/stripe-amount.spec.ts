import { AmountNotInStripe, fromStripe, toStripe } from './stripe-amount';

it.each([
  [1099n, 'USD', 1099],
  [1099n, 'JPY', 1099],
  [500n, 'UGX', 50_000],
  [500n, 'ISK', 50_000],
  [12_340n, 'KWD', 12_340],
  [12_300n, 'MGA', 123],
])('%s minor units of %s are sent as %i, and read back the same', (minor, currency, sent) => {
  expect(toStripe({ minor, currency })).toBe(sent);
  expect(fromStripe(sent, currency.toLowerCase())).toEqual({ minor, currency });
});

it.each([
  [12_345n, 'KWD'],
  [12_345n, 'MGA'],
  [2n ** 60n, 'USD'],
])('%s minor units of %s cannot be sent', (minor, currency) => {
  expect(() => toStripe({ minor, currency })).toThrow(AmountNotInStripe);
});
