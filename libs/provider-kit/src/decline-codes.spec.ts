import { isDeclineCode, RETRIES } from './decline-codes';

it.each([
  ['a hard decline by the bank', 'lost_or_stolen_card', { here: false, elsewhere: false }],
  ['a soft decline by the bank', 'insufficient_funds', { here: true, elsewhere: false }],
  ['a processor error', 'processing_error', { here: true, elsewhere: true }],
  ['a currency this gateway does not support', 'unsupported_currency', { here: false, elsewhere: true }],
  ['a request for authentication', 'authentication_required', { here: false, elsewhere: false }],
  ['a refund without balance', 'balance_insufficient', { here: true, elsewhere: false }],
] as const)('%s may be retried where it can succeed', (_, code, retry) => {
  expect(RETRIES[code]).toEqual(retry);
});

it('recognizes its own codes, and no gateway’s', () => {
  expect(Object.keys(RETRIES).every(isDeclineCode)).toBe(true);
  expect(['do_not_honor', 'toString', '', null].some(isDeclineCode)).toBe(false);
});
