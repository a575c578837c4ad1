import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import {
  guest,
  anonymous,
  accessScopeValues,
  secretKey,
  shopper,
  type Caller,
  type AccessScope,
} from '@tandem/context';
import type { IdAccess } from '../order';
import { isOpenTo } from './id-access';
import { scopeFilter } from './scope-filter.statement';

const ids = fc.option(fc.constantFrom('A', 'B'));

const orders = fc.record({
  id: fc.constantFrom('A', 'B'),
  customerId: ids,
  idAccess: fc.constantFrom<IdAccess>('full', 'pay', 'none'),
});

const scopes: fc.Arbitrary<AccessScope> = fc.record({
  all: fc.boolean(),
  customerId: ids,
  orderId: ids,
  guestCarts: fc.boolean(),
});

type ScopedOrder = Parameters<typeof isOpenTo>[1];

const callerWith = (scope: AccessScope): Caller => ({ ...anonymous, scope });

/** Evaluates the SQL condition as JavaScript; as in SQL, a comparison with null is never true. */
function isInSql(scope: AccessScope, { id, customerId, idAccess }: ScopedOrder): boolean {
  const condition = scopeFilter(1)
    .replaceAll(/(\S+) = (\$\d)/g, 'equal($1, $2)')
    .replaceAll(' IS NULL', ' === null')
    .replaceAll('<>', '!==')
    .replaceAll(' AND ', ' && ')
    .replaceAll(' OR ', ' || ');
  const [$1, $2, $3, $4] = accessScopeValues(scope);
  const equal = (one: unknown, other: unknown): boolean => other !== null && one === other;
  const o = { id, customer_id: customerId, id_access: idAccess };
  return Boolean(runInNewContext(condition, { o, equal, $1, $2, $3, $4 }));
}

it.each([
  ['a secret key', secretKey('k', []), 'none', 'open'],
  ['its token', guest('A'), 'none', 'open'],
  ['another order’s token', guest('B'), 'full', 'not found'],
  ['its id, with full access', shopper('A'), 'full', 'open'],
  ['its id, with access to pay', shopper('A'), 'pay', 'found'],
  ['its id, without access by id', shopper('A'), 'none', 'not found'],
  ['nothing (Spree)', anonymous, 'pay', 'not found'],
] as const)('a guest’s order for a caller with %s', (_, caller, idAccess, expected) => {
  const order = { id: 'A', customerId: null, idAccess };
  const found = isOpenTo(caller, order) ? 'open' : 'found';
  expect(isInSql(caller.scope, order) ? found : 'not found').toBe(expected);
});

it('a customer’s order is found only by that customer’s login', () => {
  const order = { id: 'A', customerId: 'me', idAccess: 'none' as const };
  const none = anonymous.scope;
  expect(isInSql({ ...none, customerId: 'me' }, order)).toBe(true);
  expect(isInSql({ ...none, customerId: 'other', guestCarts: true }, order)).toBe(false);
  expect(isInSql({ ...none, guestCarts: true }, { ...order, idAccess: 'full' })).toBe(false);
});

it('a wider access scope never finds less, and never opens less', () => {
  fc.assert(
    fc.property(scopes, scopes, orders, (one, other, order) => {
      const wider: AccessScope = {
        all: one.all || other.all,
        customerId: one.customerId ?? other.customerId,
        orderId: one.orderId ?? other.orderId,
        guestCarts: one.guestCarts || other.guestCarts,
      };
      if (isInSql(one, order)) expect(isInSql(wider, order)).toBe(true);
      if (isOpenTo(callerWith(one), order)) expect(isOpenTo(callerWith(wider), order)).toBe(true);
    }),
  );
});

it('an empty access scope finds nothing', () => {
  fc.assert(fc.property(orders, (order) => expect(isInSql(anonymous.scope, order)).toBe(false)));
});
