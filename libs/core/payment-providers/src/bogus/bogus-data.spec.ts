import { containsCardNumber } from '@tandem/provider-kit';
import { BEHAVIOURS, behaviourOf, nameOfCard } from './bogus-cards';
import { cardName, withoutCardNumber, withProfile } from './bogus-data';

it('replaces a card number by its brand and last four digits, and drops the security code', () => {
  const stored = withoutCardNumber({ card_number: '4000 0000 0000 9995', cvv: '123', note: 'x' });
  expect(stored).toEqual({
    note: 'x',
    bogus_card: 'insufficient_funds',
    card: { brand: 'visa', last4: '9995' },
  });
  expect(containsCardNumber(stored)).toBe(false);
});

it.each(['1', '4111111111111111', '378282246310005', 'BGS-123'])('accepts %s', (number) => {
  expect(behaviourOf(nameOfCard(number))).toEqual({ does: 'succeed' });
});

it('declines any other number, and says how to get each outcome', () => {
  const behaviour = behaviourOf(nameOfCard('4999999999999999'));
  expect(behaviour).toMatchObject({ does: 'decline', code: 'incorrect_number' });
  for (const name of Object.keys(BEHAVIOURS)) expect(JSON.stringify(behaviour)).toContain(name);
});

it('prefers the card of the completion over the one in the session', () => {
  expect(cardName({ bogus_card: 'processing' }, { card_number: '4000000000000002' })).toBe('card_declined');
  expect(cardName({ bogus_card: 'processing' }, {})).toBe('processing');
  expect(cardName({}, {})).toBe('good');
});

it('charges only the session’s saved card, even if another card is sent', () => {
  const session = withProfile({ bogus_card: 'processing' }, 'BGS-card-declined-0a1b2c3d4e5f60718293a4b5');
  expect(cardName(session, {})).toBe('card_declined');
  expect(cardName(session, { card_number: '4242424242424242' })).toBe('card_declined');
  expect(cardName(withProfile({}, undefined), {})).toBe('good');
});

it('ignores a profile sent by a caller', () => {
  expect(withoutCardNumber({ gateway_payment_profile_id: 'BGS-00ff', note: 'x' })).toEqual({ note: 'x' });
});
