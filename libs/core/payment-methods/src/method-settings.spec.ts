import type { ProviderCapabilities } from '@tandem/provider-kit';
import { changedSettings } from './method-settings';

const capabilities = {
  settings: [
    { key: 'account', type: 'string', label: 'Account', required: true },
    { key: 'live', type: 'boolean', label: 'Live', default: false },
    { key: 'secret_key', type: 'password', label: 'Secret key' },
  ],
} satisfies Pick<ProviderCapabilities, 'settings'>;
const none = { settings: {}, secrets: {} };

it('separates secrets, and leaves omitted settings unchanged', () => {
  const saved = changedSettings(capabilities, none, { account: 'a', secret_key: 's' });
  expect(saved).toEqual({ settings: { account: 'a', live: false }, secrets: { secret_key: 's' } });
  expect(changedSettings(capabilities, saved, { live: true })).toEqual({
    settings: { account: 'a', live: true },
    secrets: { secret_key: 's' },
  });
  expect(changedSettings(capabilities, saved, { secret_key: null }).secrets).toEqual({});
});

it.each([
  [{}, 'account is required'],
  [{ account: 'a', other: 1 }, 'other is not a setting of this type'],
  [{ account: 5 }, 'account is not a string'],
  [{ account: 'a', live: 'yes' }, 'live is not a boolean'],
  [{ account: null }, 'account is required'],
  [{ account: ' \n' }, 'account is required'],
])('refuses %j', (changes, message) => {
  expect(() => changedSettings(capabilities, none, changes)).toThrow(message);
});

const formed = {
  settings: [
    { key: 'publishable_key', type: 'string', label: 'P', modes: { test: ['pk_test_'], live: ['pk_live_'] } },
    { key: 'secret_key', type: 'password', label: 'S', modes: { test: ['sk_test_'], live: ['sk_live_'] } },
    { key: 'account', type: 'string', label: 'A', pattern: 'a+' },
    {
      key: 'region',
      type: 'select',
      label: 'R',
      options: [
        { value: 'eu', label: 'Europe' },
        { value: 'us', label: 'America' },
      ],
    },
  ],
} satisfies Pick<ProviderCapabilities, 'settings'>;

it('trims texts and secrets, because pasted keys come with spaces and line ends', () => {
  const changes = { account: ' aa\t', secret_key: '\nsk_test_1 \r\n', region: ' eu ' };
  expect(changedSettings(formed, none, changes)).toEqual({
    settings: { account: 'aa', region: 'eu' },
    secrets: { secret_key: 'sk_test_1' },
  });
});

it.each([
  ['a text that matches its pattern only in part', { account: 'aab' }, 'account has an invalid format'],
  ['a value that is not an option', { region: 'asia' }, 'region is not one of eu, us'],
  ['an object instead of an option', { region: { value: 'eu' } }, 'region is not a string'],
  [
    'a secret key as the publishable key',
    { publishable_key: 'sk_live_1' },
    'does not begin with pk_test_, pk_live_',
  ],
  [
    'keys of two modes',
    { publishable_key: 'pk_test_1', secret_key: 'sk_live_1' },
    'secret_key is of another mode (test or live) than the others',
  ],
  [
    'several invalid settings',
    { account: 'b', region: 'asia' },
    'account has an invalid format, region is not one of',
  ],
])('refuses %s, without quoting the value', (_, changes, message) => {
  expect(() => changedSettings(formed, none, changes)).toThrow(message);
  expect(() => changedSettings(formed, none, changes)).not.toThrow(/sk_live_1/);
});
