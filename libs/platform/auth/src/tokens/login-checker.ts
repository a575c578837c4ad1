import type { Audience, TokenOwner } from './token-owner';

/** Checks whether the login of a token or a cookie is still active. Implemented by the logins lib, which depends on this one. */
export abstract class LoginChecker {
  /** False within a second after the account is deleted, its password changes, or the login ends. */
  abstract isActive(audience: Audience, owner: TokenOwner): Promise<boolean>;
}
