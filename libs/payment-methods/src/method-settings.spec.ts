import type { ProviderCapabilities } from '@tandem/provider-kit';
import { changedSettings } from './method-settings';

const capabilities = {
  settings: [
    { key: 'account', type: 'string', label: 'Account', required: true },
    { key: 'live', type: 'boolean', label: 'Live', default: false },
    { key: 'secret_key', type: 'password', label: 'Secret key' },
  ],
} as unknown as ProviderCapabilities;
const none = { settings: {}, secrets: {} };

it('keeps secrets apart, and what is not sent as it was', () => {
  const made = changedSettings(capabilities, none, { account: 'a', secret_key: 's' });
  expect(made).toEqual({ settings: { account: 'a', live: false }, secrets: { secret_key: 's' } });
  expect(changedSettings(capabilities, made, { live: true })).toEqual({
    settings: { account: 'a', live: true },
    secrets: { secret_key: 's' },
  });
  expect(changedSettings(capabilities, made, { secret_key: null }).secrets).toEqual({});
});

it.each([
  [{}, 'needs a account'],
  [{ account: 'a', other: 1 }, 'has no setting "other"'],
  [{ account: 5 }, 'account is not a string'],
  [{ account: 'a', live: 'yes' }, 'live is not a boolean'],
  [{ account: null }, 'needs a account'],
])('refuses %j', (changes, words) => {
  expect(() => changedSettings(capabilities, none, changes)).toThrow(words);
});
