import 'reflect-metadata';
import { hashPassword } from '@tandem/auth';
import { LoginFailed } from '../logins.errors';
import { DEMO_PASSWORD, isDemoLogin } from './demo-login';
import { PasswordVerifier } from './password-verifier';

const email = 'ada@shop.test';
const password = 'correct horse battery';
const verifier = new PasswordVerifier(false);

it('the right password returns the account with its hash', async () => {
  const account = { id: 'one', hash: await hashPassword(password) };
  expect(await verifier.verifyPassword(account, { email, password })).toEqual(account);
});

it.each([
  ['an unknown email', null],
  ['an account without a password', { hash: null }],
])('%s is refused like a wrong password', async (_, account) => {
  await expect(verifier.verifyPassword(account, { email, password })).rejects.toThrow(LoginFailed);
});

it('a wrong password is refused', async () => {
  const account = { hash: await hashPassword(password) };
  await expect(verifier.verifyPassword(account, { email, password: `${password}!` })).rejects.toThrow(
    LoginFailed,
  );
});

it('the demo password is right on a private server and wrong on a public one', async () => {
  const account = { hash: await hashPassword(DEMO_PASSWORD) };
  const login = { email: 'admin@example.com', password: DEMO_PASSWORD };
  expect(await verifier.verifyPassword(account, login)).toEqual(account);
  await expect(new PasswordVerifier(true).verifyPassword(account, login)).rejects.toThrow(LoginFailed);
});

it.each([
  ['admin@example.com', DEMO_PASSWORD, true],
  ['Admin@EXAMPLE.com', DEMO_PASSWORD, true],
  ['admin@example.com.shop.test', DEMO_PASSWORD, false],
  ['admin@example.com', 'another', false],
])('a login of %s with %s is a demo login: %s', (demoEmail, demoPassword, isDemo) => {
  expect(isDemoLogin({ email: demoEmail, password: demoPassword })).toBe(isDemo);
});
