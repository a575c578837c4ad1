/**
 * Scopes of secret keys: `read_x` for lists and single reads, `write_x` for everything else.
 * `write_x` implies `read_x`; `read_all` and `write_all` cover every resource.
 */

/** The resources of scopes (the x). Each admin route declares which one it needs. */
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

/** Every scope that can be granted to a key. */
export const ALL_SCOPES: readonly string[] = [
  ...RESOURCES.flatMap((resource) =>
    READ_ONLY.includes(resource) ? [`read_${resource}`] : [`read_${resource}`, `write_${resource}`],
  ),
  READ_ALL,
  WRITE_ALL,
];

/** The name of a scope: `read_orders`. */
export function scopeFor(access: ScopeAccess, resource: ScopeResource | 'all'): string {
  return `${access}_${resource}`;
}

/** Whether the granted scopes cover `wanted`, the scope of a route or of a new key. */
export function coversScope(granted: readonly string[], wanted: string): boolean {
  if (granted.includes(WRITE_ALL) || granted.includes(wanted)) return true;
  const [, resource] = /^read_(\w+)$/.exec(wanted) ?? [];
  if (resource === undefined) return false;
  return granted.includes(READ_ALL) || granted.includes(`write_${resource}`);
}

/** The scopes of `wanted` that the granted ones do not cover: a caller cannot grant more than they have. */
export function excessScopes(granted: readonly string[], wanted: readonly string[]): readonly string[] {
  return wanted.filter((scope) => !coversScope(granted, scope));
}

/** The names that are not scopes. */
export function unknownScopes(names: readonly string[]): readonly string[] {
  return names.filter((name) => !ALL_SCOPES.includes(name));
}
