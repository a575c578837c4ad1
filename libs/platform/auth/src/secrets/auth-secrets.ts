/** What the auth lib is configured with. Of each secret the one before it may be given: what it signed is accepted. */
export interface AuthSecrets {
  readonly jwtSecret: string;
  readonly jwtSecretPrevious?: string | null;
  readonly orderTokenSecret: string;
  readonly orderTokenSecretPrevious?: string | null;
  /** What gateways' secrets are sealed with. */
  readonly settingsSecret: string;
  readonly settingsSecretPrevious?: string | null;
}

/** Nest token of the secrets. */
export const AUTH_SECRETS = Symbol('AUTH_SECRETS');

/** Nest token: others than whoever runs the server can reach it (`Settings.isPublic`). */
export const IS_PUBLIC = Symbol('IS_PUBLIC');

/** The current one, which signs, then the one before it, which is only accepted. */
export function secretsInOrder(current: string, previous: string | null = null): [string, ...string[]] {
  return previous === null ? [current] : [current, previous];
}
