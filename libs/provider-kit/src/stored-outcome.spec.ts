import { declined, succeeded } from './outcomes';
import { readStoredOutcome } from './stored-outcome';

const value = { state: 'authorized', reference: 'ch_1' };
const decline = { code: 'card_declined', message: 'The card was declined' } as const;

it.each([
  ['a success of version 0.1.0', { is: 'done', value }, succeeded(value)],
  ['a decline of version 0.1.0', { is: 'declined', ...decline }, declined(decline.code, decline.message)],
  ['a success of this version', succeeded(value), succeeded(value)],
  [
    'a decline of this version',
    declined(decline.code, decline.message),
    declined(decline.code, decline.message),
  ],
  ['nothing', null, null],
])('reads %s', (_, stored, read) => {
  // As the database returns it.
  expect(readStoredOutcome(JSON.parse(JSON.stringify(stored)))).toEqual(read);
});
