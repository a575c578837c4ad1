import type { Authorization } from '@tandem/provider-kit';

type Waiting = Extract<Authorization, { readonly state: 'requires_action' }>;

/**
 * Until when a session lives whose shopper pays elsewhere (a voucher, a transfer): until its gateway's own end, or, where that knows
 * none, as long as one that is processing. Nothing for any other: it lives as long as every session does.
 */
export function expiryOf({ paidLater, expiresAt }: Waiting): { readonly expiresAt?: Date | null } {
  const end = expiresAt === undefined ? NaN : Date.parse(expiresAt);
  if (!Number.isNaN(end)) return { expiresAt: new Date(end) };
  return paidLater ? { expiresAt: null } : {};
}
