import { Injectable } from '@nestjs/common';
import { verifyPassword } from '@tandem/auth';
import { Database, type Tx } from '@tandem/database';
import type { AccountRef, Actor } from '../account';
import { EndAllLogins } from '../ending/end-all-logins';
import { CredentialsRepository, type PasswordChange } from './credentials.repository';
import { PasswordVerifier } from './password-verifier';

/** An account whose password has been checked against `hash`. */
export interface VerifiedAccount {
  readonly id: string;
  readonly hash: string;
}

/** The passwords of accounts: checked and changed. */
@Injectable()
export class AccountPasswords {
  constructor(
    private readonly database: Database,
    private readonly credentials: CredentialsRepository,
    private readonly verifier: PasswordVerifier,
    private readonly endAllLogins: EndAllLogins,
  ) {}

  /** Checks email and password, in the same time for an unknown email. @throws LoginFailed */
  async verifyByEmail(
    actor: Actor,
    storeId: string,
    login: { readonly email: string; readonly password: string },
  ): Promise<VerifiedAccount> {
    const account = await this.credentials.findByEmail(this.database, actor, storeId, login.email);
    return this.verifier.verifyPassword(account, login);
  }

  /** The stored hash that the password matches; null for a wrong password, or where none is set. */
  async findMatchingHash(account: AccountRef, password: string): Promise<string | null> {
    const hash = (await this.credentials.findById(this.database, account))?.hash ?? null;
    return hash !== null && (await verifyPassword(password, hash)) ? hash : null;
  }

  /** Whether a hash that was verified before is still the account's: verifying takes time. For use under its lock. */
  async isCurrentHash(tx: Tx, account: AccountRef, hash: string): Promise<boolean> {
    return (await this.credentials.findById(tx, account))?.hash === hash;
  }

  /** Sets a new password, which ends every login of the account. The account must be locked. */
  async setPassword(tx: Tx, account: AccountRef, hash: string): Promise<PasswordChange> {
    const changed = await this.credentials.setPassword(tx, account, hash);
    await this.endAllLogins.run(tx, account);
    return changed;
  }
}
