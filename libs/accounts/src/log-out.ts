import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import { RefreshTokensRepository } from './refresh-tokens.repository';

/** Ends a login: no refresh token that came of it is good any more. An unknown one is no error (Spree: 204 always). */
@Injectable()
export class LogOut {
  constructor(private readonly refreshTokens: RefreshTokensRepository) {}

  async run(ctx: RequestContext, token: string | undefined): Promise<null> {
    if (token) await this.refreshTokens.revoke(ctx.storeId, token);
    return null;
  }
}
