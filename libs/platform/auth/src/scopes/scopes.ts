/**
 * Scopes of secret keys: `read_x` for lists and single reads, `write_x` for all else.
 * `write_x` implies `read_x`; `read_all` and `write_all` stand for every one.
 */

/** What a scope is about (the x), and which admin routes need it; the routes' own declarations decide. */
const RESOURCES = [
  'orders',
  'payments',
  'refunds',
  'fulfillments',
  'products',
  'categories',
  'collections',
  'stock',
  'promotions',
  'customers',
  'store_credits',
  'gift_cards',
  'settings',
  'integrations',
  'sellers',
  'webhooks',
  'api_keys',
  'staff',
  'dashboard',
] as const;

export type ScopeResource = (typeof RESOURCES)[number];
export type ScopeAccess = 'read' | 'write';

export const READ_ALL = 'read_all';
export const WRITE_ALL = 'write_all';

const READ_ONLY: readonly ScopeResource[] = ['dashboard'];

/** Every name that a key can be given. */
export const ALL_SCOPES: readonly string[] = [
  ...RESOURCES.flatMap((resource) =>
    READ_ONLY.includes(resource) ? [`read_${resource}`] : [`read_${resource}`, `write_${resource}`],
  ),
  READ_ALL,
  WRITE_ALL,
];

/** The scope that a route needs: `read_orders`. */
export function scopeFor(access: ScopeAccess, resource: ScopeResource | 'all'): string {
  return `${access}_${resource}`;
}

/** Whether those held cover `wanted`, a scope of a route or of a key to be made. */
export function coversScope(locked: readonly string[], wanted: string): boolean {
  if (locked.includes(WRITE_ALL) || locked.includes(wanted)) return true;
  const [, resource] = /^read_(\w+)$/.exec(wanted) ?? [];
  if (resource === undefined) return false;
  return locked.includes(READ_ALL) || locked.includes(`write_${resource}`);
}

/** Those of `wanted` that the ones held do not cover: nobody grants more than they have. */
export function excessScopes(locked: readonly string[], wanted: readonly string[]): readonly string[] {
  return wanted.filter((scope) => !coversScope(locked, scope));
}

/** Those that are no scopes at all. */
export function unknownScopes(names: readonly string[]): readonly string[] {
  return names.filter((name) => !ALL_SCOPES.includes(name));
}
