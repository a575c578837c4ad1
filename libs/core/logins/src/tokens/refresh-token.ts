/** A refresh token as it is stored. */
export interface RefreshToken {
  readonly id: string;
  /** All refresh tokens of one login share it. */
  readonly loginId: string;
  /** Neither expired nor revoked. */
  readonly isValid: boolean;
  /** Used before, and not just now: a retry within the grace period is allowed. */
  readonly isReused: boolean;
}

/** The status of a refresh token: a valid one gets new tokens, a stolen one ends its login. */
export type RefreshTokenStatus = 'valid' | 'stolen' | 'invalid';

/** An expired or revoked token that is used again is invalid, not stolen: its login has ended anyway. */
export function refreshTokenStatus(
  token: Pick<RefreshToken, 'isValid' | 'isReused'> | null,
): RefreshTokenStatus {
  if (!token?.isValid) return 'invalid';
  return token.isReused ? 'stolen' : 'valid';
}
