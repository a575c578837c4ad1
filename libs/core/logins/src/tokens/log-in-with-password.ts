import { Injectable } from '@nestjs/common';
import { JwtTokens } from '@tandem/auth';
import type { RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { newId } from '@tandem/ids';
import { AUDIENCE, type Actor } from '../account';
import { LoginFailed } from '../logins.errors';
import { CredentialsRepository, type Credentials } from '../passwords/credentials.repository';
import { PasswordVerifier } from '../passwords/password-verifier';
import { RegistrationsRepository, type Registration } from '../registrations/registrations.repository';
import { registrationToken } from './registration-token';

/** A login by email and password. */
export interface PasswordLogin {
  readonly actor: Actor;
  readonly email: string;
  readonly password: string;
}

type FoundLogin =
  (Credentials & { readonly type: 'account' }) | (Registration & { readonly type: 'registration' });

/**
 * Logs a customer or a user in; returns a JWT for an hour. A registration without an account yet gets the JWT that
 * creates the account. @throws LoginFailed
 */
@Injectable()
export class LogInWithPassword {
  constructor(
    private readonly database: Database,
    private readonly credentials: CredentialsRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly verifier: PasswordVerifier,
    private readonly jwt: JwtTokens,
  ) {}

  async run({ storeId }: RequestContext, { actor, email, password }: PasswordLogin): Promise<string> {
    const found = await this.findByEmail(storeId, actor, email);
    const { type, id, hash } = await this.verifier.verifyPassword(found, { email, password });
    const account = { actor, storeId, id };
    if (type === 'registration') return registrationToken(this.jwt, account, newId());
    // Verifying takes time: a password that was changed meanwhile is a wrong one.
    const current = await this.credentials.findById(this.database, account);
    if (current?.hash !== hash) throw new LoginFailed();
    return this.jwt.issue(AUDIENCE[actor], { ...current, storeId, loginId: newId() });
  }

  /** An account goes before a registration of the same email. Both are always read, so that the time reveals nothing. */
  private async findByEmail(storeId: string, actor: Actor, email: string): Promise<FoundLogin | null> {
    const [account, registration] = await Promise.all([
      this.credentials.findByEmail(this.database, actor, storeId, email),
      this.registrations.findByEmail(this.database, actor, storeId, email),
    ]);
    if (account) return { ...account, type: 'account' };
    return registration && { ...registration, type: 'registration' };
  }
}
