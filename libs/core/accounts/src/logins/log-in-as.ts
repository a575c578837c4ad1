import { Injectable } from '@nestjs/common';
import { JwtTokens } from '@tandem/auth';
import type { RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { newId } from '@tandem/ids';
import { LoginFailed } from '../accounts.errors';
import { AUDIENCE, type Actor } from '../actor';
import { CredentialsRepository, type Credentials } from './credentials.repository';
import { PasswordProof } from './password-proof';
import { RegistrationsRepository, type Registration } from '../customers/registrations.repository';

/** Whom a login is asked for. */
export interface LoginInput {
  readonly actor: Actor;
  readonly email: string;
  readonly password: string;
}

type Known = (Credentials & { readonly is: 'account' }) | (Registration & { readonly is: 'registration' });

/**
 * Logs a customer or a user in: an hour's token. Whoever has registered and opened no account yet gets the token that
 * opens it. @throws LoginFailed
 */
@Injectable()
export class LogInAs {
  constructor(
    private readonly database: Database,
    private readonly credentials: CredentialsRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly proof: PasswordProof,
    private readonly jwt: JwtTokens,
  ) {}

  async run({ storeId }: RequestContext, { actor, email, password }: LoginInput): Promise<string> {
    const known = await this.proof.of(await this.find(storeId, actor, email), { email, password });
    if (known.is === 'registration')
      return this.jwt.issue(`${actor} registration`, {
        id: known.id,
        storeId,
        passwordChangedAt: null,
        loginId: newId(),
      });
    // A password that was changed while it was checked (which takes its time) is the wrong one by now.
    const now = await this.credentials.find(this.database, actor, storeId, known.id);
    if (now?.hash !== known.hash) throw new LoginFailed();
    return this.jwt.issue(AUDIENCE[actor], { ...now, storeId, loginId: newId() });
  }

  /** An account comes before a registration that somebody left with its email. Both are looked for, for the time. */
  private async find(storeId: string, actor: Actor, email: string): Promise<Known | null> {
    const [account, registration] = await Promise.all([
      this.credentials.findByEmail(this.database, actor, storeId, email),
      this.registrations.findByEmail(this.database, actor, storeId, email),
    ]);
    if (account) return { ...account, is: 'account' };
    return registration && { ...registration, is: 'registration' };
  }
}
