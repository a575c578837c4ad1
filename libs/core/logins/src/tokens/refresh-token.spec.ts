import { refreshTokenStatus } from './refresh-token';

it.each([
  ['an unknown token', null, 'invalid'],
  ['a new token', { isValid: true, isReused: false }, 'valid'],
  ['a token used after the grace period', { isValid: true, isReused: true }, 'stolen'],
  ['an expired or revoked token', { isValid: false, isReused: false }, 'invalid'],
  ['an expired or revoked token that was used', { isValid: false, isReused: true }, 'invalid'],
] as const)('%s: %j is %s', (_, token, status) => {
  expect(refreshTokenStatus(token)).toBe(status);
});
