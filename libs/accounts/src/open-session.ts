import { Injectable } from '@nestjs/common';
import { AuthenticationRequired, LoginSessions, type LoginSession } from '@tandem/auth';
import type { RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { accountOf } from './account-of';
import { AUDIENCE } from './actor';
import { CredentialsRepository, isSamePassword } from './credentials.repository';

/**
 * Opens a session for whoever has a token, under an id that nobody else knows. It holds the account's lock, so a new
 * password ends it or comes before it. @throws AuthenticationRequired
 */
@Injectable()
export class OpenSession {
  constructor(
    private readonly database: Database,
    private readonly credentials: CredentialsRepository,
    private readonly sessions: LoginSessions,
  ) {}

  async run(ctx: RequestContext, sessionId: string): Promise<LoginSession> {
    const { storeId, caller } = ctx;
    const { actor, id } = accountOf(ctx);
    return this.database.transaction(async (tx) => {
      const account = await this.credentials.lock(tx, actor, storeId, id);
      if (account === null || !isSamePassword(account, caller)) throw new AuthenticationRequired();
      const { passwordChangedAt } = account;
      const session = { storeId, id, audience: AUDIENCE[actor], passwordChangedAt };
      await this.sessions.insert(tx, sessionId, session);
      return session;
    });
  }
}
