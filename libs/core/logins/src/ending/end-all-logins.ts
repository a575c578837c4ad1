import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import type { AccountRef } from '../account';
import { LoginSessionsRepository } from '../sessions/login-sessions.repository';
import { RefreshTokensRepository } from '../tokens/refresh-tokens.repository';

/** Ends all logins of an account: its refresh tokens and its cookies. Its JWTs end with its password, or with the account. */
@Injectable()
export class EndAllLogins {
  constructor(
    private readonly refreshTokens: RefreshTokensRepository,
    private readonly sessions: LoginSessionsRepository,
  ) {}

  /** The account must be locked, so that no token of it is issued concurrently. */
  async run(tx: Tx, { actor, storeId, id }: AccountRef): Promise<void> {
    // Only customers have refresh tokens.
    if (actor === 'customer') await this.refreshTokens.revokeAll(tx, storeId, id);
    await this.sessions.endAll(tx, storeId, id);
  }
}
