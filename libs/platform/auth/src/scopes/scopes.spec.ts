import { coversScope, excessScopes, ALL_SCOPES, scopeFor, unknownScopes } from './scopes';

it.each([
  ['read_orders', ['read_orders'], true],
  ['read_orders', ['write_orders'], true],
  ['write_orders', ['read_orders'], false],
  ['write_orders', ['write_orders'], true],
  ['read_orders', ['read_all'], true],
  ['write_orders', ['read_all'], false],
  ['write_orders', ['write_all'], true],
  ['read_orders', ['write_all'], true],
  ['read_orders', ['write_payments', 'read_refunds'], false],
  ['read_gift_cards', ['write_gift'], false],
  ['read_all', ['write_all'], true],
  ['read_all', ALL_SCOPES.filter((scope) => !scope.endsWith('_all')), false],
  ['write_all', ALL_SCOPES.filter((scope) => scope !== 'write_all'), false],
  ['write_all', ['write_all'], true],
  ['read_orders', [], false],
])('%s is covered by %j: %s', (wanted, granted, covered) => {
  expect(coversScope(granted, wanted)).toBe(covered);
});

it('write_all covers every scope, and every other scope only itself and its read scope', () => {
  for (const granted of ALL_SCOPES) {
    const covered = ALL_SCOPES.filter((wanted) => coversScope([granted], wanted));
    const expected = ALL_SCOPES.filter(
      (wanted) =>
        granted === 'write_all' ||
        wanted === granted ||
        wanted === granted.replace(/^write_/, 'read_') ||
        (granted === 'read_all' && wanted.startsWith('read_')),
    );
    expect([granted, covered]).toEqual([granted, expected]);
  }
});

it('lists the scopes that exceed the granted ones, in the requested order', () => {
  const wanted = ['write_orders', 'read_orders', 'read_customers', 'write_refunds'];
  expect(excessScopes(['write_orders', 'read_refunds'], wanted)).toEqual(['read_customers', 'write_refunds']);
  expect(excessScopes(['write_all'], ['write_all', 'read_all', 'write_orders'])).toEqual([]);
});

it('lists unknown scopes', () => {
  const names = ['read_orders', 'orders', 'write_dashboard', 'READ_ORDERS', ' read_orders', '', 'read_*'];
  expect(unknownScopes(names)).toEqual(names.slice(1));
  expect(unknownScopes(ALL_SCOPES)).toEqual([]);
});

it('the name of a scope is its access and its resource', () => {
  expect([scopeFor('read', 'gift_cards'), scopeFor('write', 'api_keys')]).toEqual([
    'read_gift_cards',
    'write_api_keys',
  ]);
});
