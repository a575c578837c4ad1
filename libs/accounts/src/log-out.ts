import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { CustomersRepository } from './customers.repository';
import { RefreshTokensRepository } from './refresh-tokens.repository';

/** Ends a login: no refresh token that came of it is good any more. An unknown one is no error (Spree: 204 always). */
@Injectable()
export class LogOut {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersRepository,
    private readonly refreshTokens: RefreshTokensRepository,
  ) {}

  async run(ctx: RequestContext, token: string | undefined): Promise<null> {
    if (token) await this.database.transaction((tx) => this.end(tx, ctx.storeId, token));
    return null;
  }

  private async end(tx: Tx, storeId: string, token: string): Promise<void> {
    const owner = await this.refreshTokens.ownerOf(tx, storeId, token);
    if (owner === null) return;
    await this.customers.lock(tx, storeId, owner);
    await this.refreshTokens.revoke(tx, storeId, token);
  }
}
