import { admin, customer, anonymous, registrant, secretKey } from '@tandem/context';
import { newId } from '@tandem/ids';
import { callingAdmin } from './calling-admin';

const id = newId();

it('an admin is a user', () => {
  expect(callingAdmin(admin(id))).toBe(id);
});

it.each([
  ['a secret key, which has no account to lock or to show', secretKey(id, ['write_all'])],
  ['a registered user without an account yet', registrant('user', id)],
  ['a customer', customer(id)],
  ['an anonymous caller', anonymous],
])('%s is none', (_, caller) => {
  expect(callingAdmin(caller)).toBeNull();
});
