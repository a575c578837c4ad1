import type { JwtTokens } from '@tandem/auth';
import type { AccountRef } from '../account';

/** The JWT of a registration: it creates that one account and opens nothing else. */
export function registrationToken(jwt: JwtTokens, account: AccountRef, loginId: string | null): string {
  const { actor, storeId, id } = account;
  return jwt.issue(`${actor} registration`, { id, storeId, passwordChangedAt: null, loginId });
}
