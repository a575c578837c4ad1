import { CardNumberInSetupData } from '../saved-methods.errors';
import { assertNoCardNumbers } from './assert-no-card-numbers';

it.each([
  ['a number', { number: '4242424242424242' }],
  ['a number in groups', { text: 'card 4242 4242 4242 4242' }],
  ['a number deep inside', { list: [{ deeper: { pan: 4242424242424242 } }] }],
])('an answer with %s is refused before anything of it is stored', (_, response) => {
  expect(() => assertNoCardNumbers(response)).toThrow(CardNumberInSetupData);
});

it('an answer with what a receipt shows of a card passes', () => {
  const response = { brand: 'visa', last4: '4242', month: 12, year: 2030, profileId: 'pm_1' };
  expect(() => assertNoCardNumbers(response)).not.toThrow();
});
