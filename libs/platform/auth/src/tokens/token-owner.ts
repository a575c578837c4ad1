/**
 * What a JWT is for: the store APIs of both dialects (customers), the admin APIs (admins), or only creating the account of a
 * registration.
 */
export const AUDIENCES = ['store', 'admin', 'customer registration', 'user registration'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** The account that a token names. */
export interface TokenOwner {
  /** UUID. */
  readonly id: string;
  readonly storeId: string;
  /** When the password had last changed as the token was issued; null if never. */
  readonly passwordChangedAt: Date | null;
  /**
   * The login (UUID), which all its tokens and cookies share. Null for a token that the command line issued: it is
   * valid as long as the account and its password are.
   */
  readonly loginId: string | null;
}
