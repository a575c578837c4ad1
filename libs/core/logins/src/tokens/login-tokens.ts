import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { JwtTokens } from '@tandem/auth';
import type { Result } from '@tandem/context';
import type { Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import { EndLogin } from '../ending/end-login';
import { RefreshTokenInvalid } from '../logins.errors';
import type { PasswordTime } from '../passwords/same-password';
import { refreshTokenStatus } from './refresh-token';
import { RefreshTokensRepository } from './refresh-tokens.repository';

/** What a customer's login gets: a JWT for an hour, and the token that refreshes it. */
export interface IssuedTokens {
  readonly token: string;
  readonly refreshToken: string;
}

/** Issues the two tokens of a customer's login, and redeems refresh tokens. */
@Injectable()
export class LoginTokens {
  constructor(
    private readonly jwt: JwtTokens,
    private readonly refreshTokens: RefreshTokensRepository,
    private readonly endLogin: EndLogin,
  ) {}

  /** `loginId` is the login that is continued; without it a new one begins. The customer must be locked. */
  async issue(
    tx: Tx,
    storeId: string,
    { id, passwordChangedAt }: PasswordTime & { readonly id: string },
    loginId = newId(),
  ): Promise<IssuedTokens> {
    const refreshToken = `rt_${randomBytes(32).toString('base64url')}`;
    await this.refreshTokens.insert(tx, storeId, { customerId: id, loginId, token: refreshToken });
    const token = this.jwt.issue('store', { id, storeId, passwordChangedAt, loginId });
    return { token, refreshToken };
  }

  /** The customer to lock before `redeem`; null for an unknown token. */
  async findCustomer(tx: Tx, storeId: string, token: string): Promise<string | null> {
    return (await this.refreshTokens.findOwner(tx, storeId, token))?.customerId ?? null;
  }

  /**
   * Uses a refresh token up; returns its login. One that was used before was stolen, and ends its login: the refusal is
   * a value, because throwing it would roll that back. The customer must be locked. @throws RefreshTokenInvalid
   */
  async redeem(tx: Tx, storeId: string, token: string): Promise<Result<string>> {
    const found = await this.refreshTokens.findByToken(tx, storeId, token);
    const status = refreshTokenStatus(found);
    if (found === null || status === 'invalid') throw new RefreshTokenInvalid();
    if (status === 'stolen') {
      await this.endLogin.run(tx, storeId, found.loginId);
      return { error: new RefreshTokenInvalid() };
    }
    await this.refreshTokens.markUsed(tx, storeId, found);
    return { value: found.loginId };
  }
}
