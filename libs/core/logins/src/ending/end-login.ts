import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { LoginSessionsRepository } from '../sessions/login-sessions.repository';
import { RefreshTokensRepository } from '../tokens/refresh-tokens.repository';
import { EndedLoginsRepository } from './ended-logins.repository';

/** Ends one login in both dialects: its JWTs, its refresh tokens and its cookies. */
@Injectable()
export class EndLogin {
  constructor(
    private readonly refreshTokens: RefreshTokensRepository,
    private readonly sessions: LoginSessionsRepository,
    private readonly ended: EndedLoginsRepository,
  ) {}

  /** The account must be locked, so that no token of the login is issued concurrently. */
  async run(tx: Tx, storeId: string, loginId: string): Promise<void> {
    await this.refreshTokens.revokeOfLogin(tx, storeId, loginId);
    await this.sessions.endOfLogin(tx, storeId, loginId);
    await this.ended.insert(tx, storeId, loginId);
  }
}
