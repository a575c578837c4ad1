import * as callers from './caller';
import type { Caller, AccessScope } from './caller';

const all: Readonly<Record<string, Caller>> = {
  'an API key alone (Spree)': callers.anonymous,
  'a shopper without a cart': callers.shopper(null),
  'a shopper with a cart': callers.shopper('A'),
  'a shopper with the token of their cart': callers.shopper('A', 'A'),
  'a shopper with the token of another cart': callers.shopper('A', 'B'),
  'a guest': callers.guest('A'),
  'a customer': callers.customer('c'),
  'a customer with a guest’s token (Spree)': callers.customer('c', { tokenOrderId: 'A' }),
  'a customer (Medusa)': callers.customer('c', { guestCarts: true, tokenOrderId: 'A' }),
  'an admin': callers.admin('a'),
  'who registers': callers.registrant('customer', 'r'),
  'a secret key': callers.secretKey('k', ['read_orders']),
  'a gateway': callers.gateway,
};

const callerOf = (name: string): Caller => all[name] ?? callers.anonymous;

const NONE: AccessScope = { all: false, customerId: null, orderId: null, guestCarts: false };

it.each<[string, Partial<AccessScope>]>([
  ['an API key alone (Spree)', {}],
  ['a shopper without a cart', { guestCarts: true }],
  ['a shopper with a cart', { guestCarts: true }],
  ['a shopper with the token of their cart', { guestCarts: true, orderId: 'A' }],
  ['a shopper with the token of another cart', { guestCarts: true, orderId: 'B' }],
  ['a guest', { orderId: 'A' }],
  ['a customer', { customerId: 'c' }],
  ['a customer with a guest’s token (Spree)', { customerId: 'c' }],
  ['a customer (Medusa)', { customerId: 'c', guestCarts: true, orderId: 'A' }],
  ['an admin', { all: true }],
  ['who registers', {}],
  ['a secret key', { all: true }],
  ['a gateway', { all: true }],
])('which orders %s may see', (name, expected) => {
  expect(callerOf(name).scope).toEqual({ ...NONE, ...expected });
});

it('only staff, secret keys and gateways see every order', () => {
  const seeing = Object.values(all).filter(({ scope }) => scope.all);
  expect(new Set(seeing.map(({ kind }) => kind))).toEqual(new Set(['admin', 'secret_key', 'gateway']));
});

it('an admin may do everything in the admin APIs, a secret key what its scopes allow, and other callers nothing', () => {
  const scopes = Object.values(all).map(({ kind, scopes: of }) => [kind, of] as const);
  for (const [kind, of] of scopes) {
    const expected = kind === 'admin' ? ['write_all'] : kind === 'secret_key' ? ['read_orders'] : [];
    expect([kind, of]).toEqual([kind, expected]);
  }
});

it('a caller with another customer’s id, or with fewer credentials, never owns their idempotency keys', () => {
  const principals = Object.entries(all).flatMap(([name, { principal }]) =>
    principal === null ? [] : [[name, principal] as const],
  );
  // By the same login, and by the same cart, it is the same caller.
  const owners = new Set(principals.map(([, principal]) => principal));
  expect([...owners].sort()).toEqual([
    ...['admin:a', 'customer:c', 'key:k', 'order:A', 'registration:r', 'token:A'],
  ]);
  expect(callerOf('a shopper with the token of their cart').principal).toBe('token:A');
  expect(callerOf('a shopper with a cart').principal).toBe('order:A');
  expect(callerOf('a shopper with the token of another cart').principal).toBe('order:A');
});

it('an API key alone owns no idempotency key: it is anonymous', () => {
  for (const name of ['an API key alone (Spree)', 'a shopper without a cart', 'a gateway'])
    expect(callerOf(name).principal).toBeNull();
});
