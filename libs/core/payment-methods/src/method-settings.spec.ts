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
  [{}, 'account is required'],
  [{ account: 'a', other: 1 }, 'other is no setting of this type'],
  [{ account: 5 }, 'account is not a string'],
  [{ account: 'a', live: 'yes' }, 'live is not a boolean'],
  [{ account: null }, 'account is required'],
  [{ account: ' \n' }, 'account is required'],
])('refuses %j', (changes, words) => {
  expect(() => changedSettings(capabilities, none, changes)).toThrow(words);
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

it('trims texts, secrets too: a pasted key brings spaces and line ends', () => {
  const asked = { account: ' aa\t', secret_key: '\nsk_test_1 \r\n', region: ' eu ' };
  expect(changedSettings(formed, none, asked)).toEqual({
    settings: { account: 'aa', region: 'eu' },
    secrets: { secret_key: 'sk_test_1' },
  });
});

it.each([
  ['a text that does not match its pattern whole', { account: 'aab' }, 'account has the wrong form'],
  ['a value that is no option', { region: 'asia' }, 'region is not one of eu, us'],
  ['an object in place of an option', { region: { value: 'eu' } }, 'region is not a string'],
  [
    'a secret key in the public one’s place',
    { publishable_key: 'sk_live_1' },
    'does not begin with pk_test_, pk_live_',
  ],
  [
    'keys of two modes',
    { publishable_key: 'pk_test_1', secret_key: 'sk_live_1' },
    'secret_key is of another mode (test or live) than the others',
  ],
  [
    'each key that is wrong',
    { account: 'b', region: 'asia' },
    'account has the wrong form, region is not one of',
  ],
])('refuses %s, and quotes no value', (_, changes, words) => {
  expect(() => changedSettings(formed, none, changes)).toThrow(words);
  expect(() => changedSettings(formed, none, changes)).not.toThrow(/sk_live_1/);
});
