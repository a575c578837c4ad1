import type { Audience, TokenOwner } from './jwt-tokens';

/**
 * Whether a token or a cookie still lets anybody in. The accounts lib, which owns the accounts, is what answers: it
 * stands above this one.
 */
export abstract class LoginChecker {
  /** False once the account is gone, its password is another, or the login has ended; known within a second. */
  abstract isActive(audience: Audience, owner: TokenOwner): Promise<boolean>;
}
