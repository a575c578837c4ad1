import { currencies, exponentOf } from '@tandem/money';
import { AmountNotInStripe, fromStripe, toStripe } from './stripe-amount';

it.each([
  [1099n, 'USD', 1099],
  [1099n, 'JPY', 1099],
  [500n, 'UGX', 50_000],
  [500n, 'ISK', 50_000],
  [12_340n, 'KWD', 12_340],
  [12_300n, 'MGA', 123],
])('%s minor units of %s are sent as %i, and convert back to the same amount', (minor, currency, sent) => {
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

// https://docs.stripe.com/currencies: in each currency the charged amount equals the displayed one.
it.each(currencies())(
  'ten major units of %s are sent in Stripe’s unit, and convert back to the same amount',
  (code) => {
    const minor = 10n * 10n ** BigInt(exponentOf(code));
    const unit = { ISK: 100n, UGX: 100n, MGA: 1n }[code] ?? minor / 10n;
    expect(BigInt(toStripe({ minor, currency: code }))).toBe(10n * unit);
    expect(fromStripe(toStripe({ minor, currency: code }), code)).toEqual({ minor, currency: code });
  },
);
