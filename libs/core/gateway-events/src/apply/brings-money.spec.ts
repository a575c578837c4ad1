import { bringsMoney } from './brings-money';

const declined = { status: 'declined', code: 'card_declined', message: 'no' } as const;
const authorization = (state: 'authorized' | 'captured') =>
  ({ status: 'succeeded', value: { state, reference: 'ch_1' } }) as const;

it.each([
  ['a hold', authorization('authorized'), true],
  ['money taken at once', authorization('captured'), true],
  ['a capture', { status: 'succeeded', value: { reference: 'cap_1' } }, true],
  ['a decline', declined, false],
  ['a shopper’s turn', { status: 'succeeded', value: { state: 'requires_action', data: {} } }, false],
  ['a gateway at work', { status: 'succeeded', value: { state: 'processing' } }, false],
  ['a shopper who has not begun', { status: 'succeeded', value: { state: 'pending' } }, false],
] as const)('%s', (_, outcome, brings) => expect(bringsMoney(outcome)).toBe(brings));
