import { isDeclineCode, RETRIES } from './decline-codes';

it.each([
  ['the bank’s hard no', 'lost_or_stolen_card', { here: false, elsewhere: false }],
  ['the bank’s no for now', 'insufficient_funds', { here: true, elsewhere: false }],
  ['trouble of the processor', 'processing_error', { here: true, elsewhere: true }],
  ['what this gateway alone does not take', 'unsupported_currency', { here: false, elsewhere: true }],
  ['a wish for the shopper', 'authentication_required', { here: false, elsewhere: false }],
  ['a refund without balance', 'balance_insufficient', { here: true, elsewhere: false }],
] as const)('%s may be retried where it can succeed', (_, code, retry) => {
  expect(RETRIES[code]).toEqual(retry);
});

it('knows its own codes, and no gateway’s', () => {
  expect(Object.keys(RETRIES).every(isDeclineCode)).toBe(true);
  expect(['do_not_honor', 'toString', '', null].some(isDeclineCode)).toBe(false);
});
