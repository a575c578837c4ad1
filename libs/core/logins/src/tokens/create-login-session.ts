import { Injectable } from '@nestjs/common';
import { AuthenticationRequired, type LoginSession } from '@tandem/auth';
import type { RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { AUDIENCE } from '../account';
import { accountOf } from '../account-of';
import { CurrentLogin } from '../ending/current-login';
import { CredentialsRepository } from '../passwords/credentials.repository';
import { LoginSessionsRepository } from '../sessions/login-sessions.repository';

/**
 * Creates a cookie session for the bearer of a JWT. It belongs to the JWT's login and is created under the account's
 * lock, so a new password or a logout either ends it or comes before it. @throws AuthenticationRequired
 */
@Injectable()
export class CreateLoginSession {
  constructor(
    private readonly database: Database,
    private readonly credentials: CredentialsRepository,
    private readonly sessions: LoginSessionsRepository,
    private readonly currentLogin: CurrentLogin,
  ) {}

  async run(ctx: RequestContext, sessionId: string): Promise<LoginSession> {
    const account = accountOf(ctx);
    return this.database.transaction(async (tx) => {
      const credentials = await this.credentials.lockForUpdate(tx, account);
      if (credentials === null) throw new AuthenticationRequired();
      await this.currentLogin.assertActive(tx, ctx, credentials);
      const { storeId, id, actor } = account;
      const { passwordChangedAt } = credentials;
      const { loginId } = ctx.caller;
      const session = { storeId, id, audience: AUDIENCE[actor], passwordChangedAt, loginId };
      await this.sessions.insert(tx, sessionId, session);
      return session;
    });
  }
}
