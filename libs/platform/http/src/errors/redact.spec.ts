import * as fc from 'fast-check';
import { passesLuhn } from '@tandem/provider-kit';
import { redact } from './redact';

const hex = 'd73fd4fd0c0f4ab1ce3bb8c9d73fd4fd';

it.each([
  ['a secret key', `key sk_${hex} refused`, 'key sk_*** refused'],
  ['a gateway’s secret key', 'Invalid API Key: sk_test_4eC39HqLyjWDarjtT1zdp7dc', 'Invalid API Key: sk_***'],
  ['a publishable key', `pk_${hex}`, 'pk_***'],
  ['a restricted key', 'rk_live_4eC39HqLyjWDarjtT1zdp7dc', 'rk_***'],
  ['a customer’s key', 'ek_test_4eC39HqLyjWDarjtT1zdp7dc', 'ek_***'],
  ['a signing secret', 'signed with whsec_aB+3/xYz09QrS=', 'signed with whsec_***'],
  ['a refresh token', 'rt_aB-3_xYz09-QrS refused', 'rt_*** refused'],
  ['a JWT', 'authorization: Bearer eyJhbGci.eyJz-dWI.Sf_lKx', 'authorization: Bearer ***'],
  ['a JWT in a path', 'GET /orders/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.Sf-lK 404', 'GET /orders/eyJ*** 404'],
  ['a key in Basic', 'Authorization: basic c2tfMTIzOg==', 'Authorization: basic ***'],
  ['a client secret', `pi_1 bogus_secret_${hex.slice(16)}!`, 'pi_1 bogus_secret_***!'],
  ['a client secret in JSON', '{"client_secret":"abc.def","a":1}', '{"client_secret":"***","a":1}'],
  ['one in JSON within JSON', '{\\"client_secret\\":\\"abc\\"}', '{\\"client_secret\\":\\"***"}'],
  ['one in a form', 'client_secret=abc&a=1', 'client_secret=***&a=1'],
  ['a card number', 'card 4242424242424242 declined', 'card *** declined'],
  ['a card number in groups', 'card 4242 4242-4242 4242.', 'card ***.'],
  ['a card number and its expiry', '4242424242424242 12 29', '***'],
])('%s is masked in a log', (_, text, masked) => {
  expect(redact(text)).toBe(masked);
});

it.each([
  'POST /api/v3/store/orders/R239289228/payment_sessions 422 order_not_open',
  'Error: no\n    at run (/srv/dist/libs/http/src/answers.js:12:34)',
  'amount 11000 of 01963b9e-4f7a-7c01-8d2e-5b6a7c8d9e0f',
])('what is not a secret stays legible: %s', (text) => {
  expect(redact(text)).toBe(text);
});

it('a card number is masked in a log whatever digits surround it', () => {
  const card = fc.stringMatching(/^[1-9]\d{14}$/).map(withCheckDigit);
  const surrounding = fc.stringMatching(/^\d{0,6}$/);
  fc.assert(
    fc.property(card, surrounding, surrounding, (pan, before, after) => {
      expect(redact(`${before} ${pan} ${after}`)).not.toContain(pan);
      expect(redact(`${before}${pan}${after}`)).not.toContain(pan);
    }),
  );
});

function withCheckDigit(digits: string): string {
  const whole = [...'0123456789'].map((check) => digits + check).find(passesLuhn);
  if (whole === undefined) throw new Error('every number has a check digit');
  return whole;
}
