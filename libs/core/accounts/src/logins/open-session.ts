import { Injectable } from '@nestjs/common';
import { AuthenticationRequired, LoginSessions, type LoginSession } from '@tandem/auth';
import type { RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { accountOf } from '../customers/account-of';
import { AUDIENCE } from '../actor';
import { CredentialsRepository, isSamePassword } from './credentials.repository';
import { EndedLoginsRepository } from './ended-logins.repository';

/**
 * Opens a session for the bearer of a token, under an id that nobody else knows. It belongs to the token's login, and
 * holds the account's lock, so a new password or a logout ends it or comes before it. @throws AuthenticationRequired
 */
@Injectable()
export class OpenSession {
  constructor(
    private readonly database: Database,
    private readonly credentials: CredentialsRepository,
    private readonly sessions: LoginSessions,
    private readonly ended: EndedLoginsRepository,
  ) {}

  async run(ctx: RequestContext, sessionId: string): Promise<LoginSession> {
    const { storeId, caller } = ctx;
    const { actor, id } = accountOf(ctx);
    return this.database.transaction(async (tx) => {
      const account = await this.credentials.lock(tx, actor, storeId, id);
      if (account === null || !isSamePassword(account, caller)) throw new AuthenticationRequired();
      const { loginId } = caller;
      if (await this.ended.isEnded(tx, storeId, loginId)) throw new AuthenticationRequired();
      const { passwordChangedAt } = account;
      const session = { storeId, id, audience: AUDIENCE[actor], passwordChangedAt, loginId };
      await this.sessions.insert(tx, sessionId, session);
      return session;
    });
  }
}
