import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { JwtTokens } from '@tandem/auth';
import type { Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { Customer } from '../customers/customer';
import { RefreshTokensRepository } from './refresh-tokens.repository';

/** What a login gives: whoever it is, an hour's token, and what to refresh it with. */
export interface Login {
  readonly customer: Customer;
  readonly token: string;
  readonly refreshToken: string;
}

/** Issues the two tokens of a login. */
@Injectable()
export class Logins {
  constructor(
    private readonly jwt: JwtTokens,
    private readonly refreshTokens: RefreshTokensRepository,
  ) {}

  /** `loginId` is that of the token it came by; left out, a new login begins. All refresh tokens of one are a family. */
  async issue(tx: Tx, storeId: string, customer: Customer, loginId = newId()): Promise<Login> {
    const refreshToken = `rt_${randomBytes(32).toString('base64url')}`;
    await this.refreshTokens.insert(tx, storeId, {
      customerId: customer.id,
      family: loginId,
      token: refreshToken,
    });
    return { customer, token: this.jwt.issue('store', { ...customer, storeId, loginId }), refreshToken };
  }
}
