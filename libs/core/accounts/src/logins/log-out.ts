import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { accountOf } from '../customers/account-of';
import { CredentialsRepository } from './credentials.repository';
import { EndLogin } from './end-login';
import { RefreshTokensRepository } from './refresh-tokens.repository';

/**
 * Ends the login that the caller's token or cookie came of, and the one that a refresh token came of: in both dialects,
 * on every server. An unknown refresh token is no error (Spree: 204 always).
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
    await this.database.transaction((tx) => this.endCallers(tx, ctx));
    if (refreshToken) await this.database.transaction((tx) => this.endOf(tx, ctx.storeId, refreshToken));
    return null;
  }

  private async endCallers(tx: Tx, ctx: RequestContext): Promise<void> {
    const { loginId } = ctx.caller;
    if (loginId === null) return;
    const { actor, id } = accountOf(ctx);
    await this.credentials.lock(tx, actor, ctx.storeId, id);
    await this.endLogin.run(tx, ctx.storeId, loginId);
  }

  private async endOf(tx: Tx, storeId: string, refreshToken: string): Promise<void> {
    const owner = await this.refreshTokens.ownerOf(tx, storeId, refreshToken);
    if (owner === null) return;
    await this.credentials.lock(tx, 'customer', storeId, owner.customerId);
    await this.endLogin.run(tx, storeId, owner.family);
  }
}
