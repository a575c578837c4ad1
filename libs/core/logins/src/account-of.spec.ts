import { AuthenticationRequired } from '@tandem/auth';
import * as callers from '@tandem/context';
import { newId } from '@tandem/ids';
import { accountOf } from './account-of';

const id = newId();
const storeId = newId();
const as = (caller: callers.Caller): callers.RequestContext => ({
  storeId,
  caller,
  idempotency: callers.noIdempotency,
});

it.each([
  ['a customer', callers.customer(id), 'customer'],
  ['a registered customer', callers.registrant('customer', id), 'customer'],
  ['an admin', callers.admin(id), 'user'],
  ['a registered user', callers.registrant('user', id), 'user'],
] as const)('%s has an account in the store of the request', (_, caller, actor) => {
  expect(accountOf(as(caller))).toEqual({ actor, storeId, id });
});

it.each([
  ['an anonymous caller', callers.anonymous],
  ['a guest', callers.guest(id)],
  ['a shopper', callers.shopper(id)],
  ['a secret key', callers.secretKey(id, ['write_all'])],
  ['a gateway', callers.gateway],
] as const)('%s has no account', (_, caller) => {
  expect(() => accountOf(as(caller))).toThrow(AuthenticationRequired);
});
