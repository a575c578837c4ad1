import { chosenManualSession } from './chosen-manual-session';

const METHODS = [
  { id: 'check', sessionRequired: false },
  { id: 'card', sessionRequired: true },
];
const session = (
  id: string,
  paymentMethodId: string,
  state: 'pending' | 'processing' | 'failed' | 'authorized',
) => ({
  id,
  paymentMethodId,
  state,
});

it.each([
  ['a check', [session('1', 'check', 'pending')], '1'],
  ['a check that is being authorized', [session('1', 'check', 'processing')], '1'],
  [
    'the newest of two checks, in whatever order',
    [session('2', 'check', 'pending'), session('1', 'check', 'pending')],
    '2',
  ],
  ['no attempt', [], null],
  ['a card', [session('1', 'card', 'pending')], null],
  ['a card after a check', [session('1', 'check', 'pending'), session('2', 'card', 'pending')], null],
  [
    'a card that failed after a check',
    [session('1', 'check', 'pending'), session('2', 'card', 'failed')],
    null,
  ],
  ['a check that is already a payment', [session('1', 'check', 'authorized')], null],
  ['a method that no longer exists', [session('1', 'gone', 'pending')], null],
] as const)('%s: the chosen manual payment is %s', (_, sessions, chosen) => {
  expect(chosenManualSession(sessions, METHODS)?.id ?? null).toBe(chosen);
});
