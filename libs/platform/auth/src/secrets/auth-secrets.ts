/** The secrets of the auth lib. While a secret is rotated, the previous one may be given too: what it signed is accepted. */
export interface AuthSecrets {
  readonly jwtSecret: string;
  readonly jwtSecretPrevious?: string | null;
  readonly orderTokenSecret: string;
  readonly orderTokenSecretPrevious?: string | null;
  /** Encrypts the gateways' secrets. */
  readonly settingsSecret: string;
  readonly settingsSecretPrevious?: string | null;
}

/** Nest token of the secrets. */
export const AUTH_SECRETS = Symbol('AUTH_SECRETS');

/** Nest token: whether others than the operator can connect to the server (`Settings.isPublic`). */
export const IS_PUBLIC = Symbol('IS_PUBLIC');

/** The current secret, which signs, then the previous one, which is only accepted. */
export function secretsInOrder(current: string, previous: string | null = null): [string, ...string[]] {
  return previous === null ? [current] : [current, previous];
}
