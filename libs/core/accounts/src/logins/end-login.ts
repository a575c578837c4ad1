import { Injectable } from '@nestjs/common';
import { LoginSessions } from '@tandem/auth';
import type { Tx } from '@tandem/database';
import { EndedLoginsRepository } from './ended-logins.repository';
import { RefreshTokensRepository } from './refresh-tokens.repository';

/** Ends one login in both dialects: its tokens, its refresh tokens and its cookies. */
@Injectable()
export class EndLogin {
  constructor(
    private readonly refreshTokens: RefreshTokensRepository,
    private readonly sessions: LoginSessions,
    private readonly ended: EndedLoginsRepository,
  ) {}

  /** The caller holds the account's lock, so that nothing of the login is being issued beside it. */
  async run(tx: Tx, storeId: string, loginId: string): Promise<void> {
    await this.refreshTokens.revokeFamily(tx, storeId, loginId);
    await this.sessions.endOfLogin(tx, storeId, loginId);
    await this.ended.insert(tx, storeId, loginId);
  }
}
