import { declined, succeeded } from './outcomes';
import { readStoredOutcome } from './stored-outcome';

const value = { state: 'authorized', reference: 'ch_1' };
const no = { code: 'card_declined', message: 'The card was declined' } as const;

it.each([
  ['a success of version 0.1.0', { is: 'done', value }, succeeded(value)],
  ['a decline of version 0.1.0', { is: 'declined', ...no }, declined(no.code, no.message)],
  ['a success of this version', succeeded(value), succeeded(value)],
  ['a decline of this version', declined(no.code, no.message), declined(no.code, no.message)],
  ['nothing', null, null],
])('reads %s', (_, stored, read) => {
  // As the database gives it back.
  expect(readStoredOutcome(JSON.parse(JSON.stringify(stored)))).toEqual(read);
});
