import { admin, customer, secretKey } from '@tandem/context';
import { newId } from '@tandem/ids';
import { needsPassword } from './needs-password';

const ada = { email: 'ada@shop.test' };
const ownCustomer = customer(newId());

it.each([
  ['their name', {}, false],
  ['their email', { email: 'new@shop.test' }, true],
  ['their email in another case', { email: 'ADA@shop.test' }, false],
  ['their email to the same one', { email: 'ada@shop.test' }, false],
  ['their password', { password: 'a new password' }, true],
  ['both', { email: 'new@shop.test', password: 'a new password' }, true],
])('a customer who changes %s (%j) needs the current password: %s', (_, change, isNeeded) => {
  expect(needsPassword(ownCustomer, ada, change)).toBe(isNeeded);
});

it.each([
  ['an admin', admin(newId())],
  ['a secret key', secretKey(newId(), ['write_customers'])],
])('%s needs none, whatever changes', (_, caller) => {
  expect(needsPassword(caller, ada, { email: 'new@shop.test', password: 'a new password' })).toBe(false);
});
