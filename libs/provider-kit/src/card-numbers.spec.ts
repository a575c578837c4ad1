import { containsCardNumber, passesLuhn } from './card-numbers';

it.each([
  '4242424242424242',
  '4242 4242 4242 4242',
  'card: 3782-822463-10005.',
  { a: [{ b: '5555555555554444' }] },
  { '4111111111111111': true },
  4242424242424242,
])('finds the card number in %j', (value) => expect(containsCardNumber(value)).toBe(true));

it.each([
  '4242424242424241',
  'bogus_secret_4242424242424242',
  '01a1fc02-4242-4242-4242-424242424242',
  'R123456789',
  1795229354000.5,
  null,
  { total: '110.00' },
])('finds no card number in %j', (value) => expect(containsCardNumber(value)).toBe(false));

it('computes the check digit of ISO/IEC 7812-1', () => {
  expect([passesLuhn('79927398713'), passesLuhn('79927398710'), passesLuhn('')]).toEqual([
    true,
    false,
    false,
  ]);
});
