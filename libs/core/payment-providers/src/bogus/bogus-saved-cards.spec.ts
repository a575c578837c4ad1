import { BEHAVIOURS, nameOfCard, nameOfProfile, profileOf } from './bogus-cards';
import { completeSetupSession } from './bogus-saved-cards';

const complete = (
  data: Record<string, unknown>,
  operationKey = 'k',
): ReturnType<typeof completeSetupSession> =>
  completeSetupSession({ operationKey, settings: {}, setupSession: { externalId: 'e', data: {} }, data });

it('a profile id encodes its card', () => {
  for (const name of ['good', ...Object.keys(BEHAVIOURS)]) {
    const profile = profileOf(name, '0a1b2c3d4e5f60718293a4b5');
    expect([nameOfProfile(profile), nameOfCard(profile)]).toEqual([name, name]);
  }
  expect(nameOfProfile('4111111111111111')).toBeNull();
});

it('the same key saves the same card, another key a different one', () => {
  expect(complete({})).toEqual(complete({}));
  expect(complete({}, 'other')).not.toEqual(complete({}));
});

it('stores only the receipt details of a card', () => {
  const outcome = complete({ card_number: '378282246310005', cvc: '1234' });
  expect(outcome).toMatchObject({ value: { method: { brand: 'amex', last4: '0005', month: 12 } } });
  expect(JSON.stringify(outcome)).not.toContain('378282246310005');
});

it('declines to save an invalid card', () => {
  expect(complete({ card_number: '4999999999999999' })).toMatchObject({
    status: 'declined',
    code: 'incorrect_number',
  });
});
