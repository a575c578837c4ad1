import { addsMoney } from './adds-money';

const declined = { status: 'declined', code: 'card_declined', message: 'no' } as const;
const authorization = (state: 'authorized' | 'captured') =>
  ({ status: 'succeeded', value: { state, reference: 'ch_1' } }) as const;

it.each([
  ['an authorization', authorization('authorized'), true],
  ['money captured at once', authorization('captured'), true],
  ['a capture', { status: 'succeeded', value: { reference: 'cap_1' } }, true],
  ['a decline', declined, false],
  [
    'a payment that requires action',
    { status: 'succeeded', value: { state: 'requires_action', data: {} } },
    false,
  ],
  ['a payment that is processing', { status: 'succeeded', value: { state: 'processing' } }, false],
  ['a payment that is pending', { status: 'succeeded', value: { state: 'pending' } }, false],
] as const)('%s', (_, outcome, expected) => expect(addsMoney(outcome)).toBe(expected));
