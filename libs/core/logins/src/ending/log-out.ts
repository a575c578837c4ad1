import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { accountOf } from '../account-of';
import { CredentialsRepository } from '../passwords/credentials.repository';
import { RefreshTokensRepository } from '../tokens/refresh-tokens.repository';
import { EndLogin } from './end-login';

/**
 * Ends the login of the caller's token or cookie, and the login of a refresh token: in both dialects, on every server.
 * An unknown refresh token is no error (Spree: 204 always).
 */
@Injectable()
export class LogOut {
  constructor(
    private readonly database: Database,
    private readonly credentials: CredentialsRepository,
    private readonly refreshTokens: RefreshTokensRepository,
    private readonly endLogin: EndLogin,
  ) {}

  async run(ctx: RequestContext, refreshToken?: string): Promise<null> {
    await this.database.transaction((tx) => this.endLoginOfCaller(tx, ctx));
    if (refreshToken)
      await this.database.transaction((tx) => this.endLoginOfToken(tx, ctx.storeId, refreshToken));
    return null;
  }

  private async endLoginOfCaller(tx: Tx, ctx: RequestContext): Promise<void> {
    const { loginId } = ctx.caller;
    if (loginId === null) return;
    await this.credentials.lockForUpdate(tx, accountOf(ctx));
    await this.endLogin.run(tx, ctx.storeId, loginId);
  }

  private async endLoginOfToken(tx: Tx, storeId: string, refreshToken: string): Promise<void> {
    const owner = await this.refreshTokens.findOwner(tx, storeId, refreshToken);
    if (owner === null) return;
    await this.credentials.lockForUpdate(tx, { actor: 'customer', storeId, id: owner.customerId });
    await this.endLogin.run(tx, storeId, owner.loginId);
  }
}
