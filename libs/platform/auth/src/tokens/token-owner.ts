/**
 * What a JWT opens: a customer's the store APIs of both dialects, an admin's the admin APIs; a registration's nothing but
 * the creation of its account.
 */
export const AUDIENCES = ['store', 'admin', 'customer registration', 'user registration'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** The account that a token names. */
export interface TokenOwner {
  /** UUID. */
  readonly id: string;
  readonly storeId: string;
  /** When their password had last been changed as the token was issued; null where it never was. */
  readonly passwordChangedAt: Date | null;
  /**
   * The login (UUID), which all its tokens and cookies share. Null for a token that the command line issued: it is
   * valid as long as the account and its password are.
   */
  readonly loginId: string | null;
}
