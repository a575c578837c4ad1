import { containsCardNumber } from '@tandem/provider-kit';
import { BEHAVIOURS, behaviourOf, nameOfCard } from './bogus-cards';
import { cardName, withoutCardNumber } from './bogus-data';

it('keeps brand and last digits in the place of a card number, and no security code', () => {
  const kept = withoutCardNumber({ card_number: '4000 0000 0000 9995', cvv: '123', note: 'x' });
  expect(kept).toEqual({
    note: 'x',
    bogus_card: 'insufficient_funds',
    card: { brand: 'visa', last4: '9995' },
  });
  expect(containsCardNumber(kept)).toBe(false);
});

it.each(['1', '4111111111111111', '378282246310005', 'BGS-123'])('takes %s', (number) => {
  expect(behaviourOf(nameOfCard(number))).toEqual({ does: 'succeed' });
});

it('declines any other number, and says how to get each outcome', () => {
  const behaviour = behaviourOf(nameOfCard('4999999999999999'));
  expect(behaviour).toMatchObject({ does: 'decline', code: 'incorrect_number' });
  for (const name of Object.keys(BEHAVIOURS)) expect(JSON.stringify(behaviour)).toContain(name);
});

it('charges the card that comes with the completion before the one the session keeps', () => {
  expect(cardName({ bogus_card: 'processing' }, { card_number: '4000000000000002' })).toBe('card_declined');
  expect(cardName({ bogus_card: 'processing' }, {})).toBe('processing');
  expect(cardName({}, {})).toBe('good');
});
