import { keysOf } from '@tandem/objects';

/**
 * Scopes of secret keys, as Spree's admin API has them: `read_x` for lists and single reads, `write_x` for all else.
 * `write_x` implies `read_x`; `read_all` and `write_all` stand for every one.
 */

/** What a scope is about (the x), and which admin routes need it; the routes' own declarations decide. */
export const SCOPE_RESOURCES = {
  orders: 'orders and what is below them without a scope of its own (Medusa: credit lines, changes)',
  payments:
    'an order’s payments, gateway calls and payment events (Medusa: payments, sessions and collections)',
  refunds: 'an order’s refunds (Medusa: the refund of a payment)',
  fulfillments: 'nothing yet',
  products: 'products, variants and prices',
  categories: 'nothing yet',
  collections: 'nothing yet',
  stock: 'nothing yet',
  promotions: 'nothing yet',
  customers: 'customers, their addresses and saved cards',
  store_credits: 'store credits of a customer or an order',
  gift_cards: 'gift cards, also those of an order',
  settings: 'the store, payment methods, markets, refund reasons (Medusa: regions, currencies, providers)',
  integrations: 'nothing yet',
  sellers: 'nothing yet',
  webhooks: 'webhook endpoints and their deliveries',
  api_keys: 'API keys, but the one that asks',
  staff: 'admin users, invitations and roles',
  dashboard: 'reports; read only',
} as const;

export type ScopeResource = keyof typeof SCOPE_RESOURCES;
export type ScopeAccess = 'read' | 'write';

export const READ_ALL = 'read_all';
export const WRITE_ALL = 'write_all';

const READ_ONLY: readonly ScopeResource[] = ['dashboard'];
const RESOURCES = keysOf(SCOPE_RESOURCES);

/** Every name that a key can be given. */
export const KNOWN_SCOPES: readonly string[] = [
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
export function coversScope(held: readonly string[], wanted: string): boolean {
  if (held.includes(WRITE_ALL) || held.includes(wanted)) return true;
  const [, resource] = /^read_(\w+)$/.exec(wanted) ?? [];
  if (resource === undefined) return false;
  return held.includes(READ_ALL) || held.includes(`write_${resource}`);
}

/** Those of `wanted` that the ones held do not cover: nobody grants more than they have. */
export function excessScopes(held: readonly string[], wanted: readonly string[]): readonly string[] {
  return wanted.filter((scope) => !coversScope(held, scope));
}

/** Those that are no scopes at all. */
export function unknownScopes(names: readonly string[]): readonly string[] {
  return names.filter((name) => !KNOWN_SCOPES.includes(name));
}
