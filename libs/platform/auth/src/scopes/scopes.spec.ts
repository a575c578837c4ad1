import { coversScope, excessScopes, KNOWN_SCOPES, scopeFor, unknownScopes } from './scopes';

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
  ['read_all', KNOWN_SCOPES.filter((scope) => !scope.endsWith('_all')), false],
  ['write_all', KNOWN_SCOPES.filter((scope) => scope !== 'write_all'), false],
  ['write_all', ['write_all'], true],
  ['read_orders', [], false],
])('%s is covered by %j: %s', (wanted, held, covered) => {
  expect(coversScope(held, wanted)).toBe(covered);
});

it('write_all covers every scope, and every other scope covers itself and its read alone', () => {
  for (const held of KNOWN_SCOPES) {
    const covered = KNOWN_SCOPES.filter((wanted) => coversScope([held], wanted));
    const expected = KNOWN_SCOPES.filter(
      (wanted) =>
        held === 'write_all' ||
        wanted === held ||
        wanted === held.replace(/^write_/, 'read_') ||
        (held === 'read_all' && wanted.startsWith('read_')),
    );
    expect([held, covered]).toEqual([held, expected]);
  }
});

it('names what exceeds those held, in the order it was asked for', () => {
  const wanted = ['write_orders', 'read_orders', 'read_customers', 'write_refunds'];
  expect(excessScopes(['write_orders', 'read_refunds'], wanted)).toEqual(['read_customers', 'write_refunds']);
  expect(excessScopes(['write_all'], ['write_all', 'read_all', 'write_orders'])).toEqual([]);
});

it('names what is no scope', () => {
  const names = ['read_orders', 'orders', 'write_dashboard', 'READ_ORDERS', ' read_orders', '', 'read_*'];
  expect(unknownScopes(names)).toEqual(names.slice(1));
  expect(unknownScopes(KNOWN_SCOPES)).toEqual([]);
});

it('a scope is named by its access and its resource', () => {
  expect([scopeFor('read', 'gift_cards'), scopeFor('write', 'api_keys')]).toEqual([
    'read_gift_cards',
    'write_api_keys',
  ]);
});
