import type { Authorization } from '@tandem/provider-kit';

type Waiting = Extract<Authorization, { readonly state: 'requires_action' }>;

/**
 * The expiry of a session that the shopper pays elsewhere (voucher, bank transfer): the gateway's, or null (never) if it gives
 * none. Empty for any other session: the usual lifetime applies.
 */
export function expiryOf({ paidLater, expiresAt }: Waiting): { readonly expiresAt?: Date | null } {
  const end = expiresAt === undefined ? NaN : Date.parse(expiresAt);
  if (!Number.isNaN(end)) return { expiresAt: new Date(end) };
  return paidLater ? { expiresAt: null } : {};
}
