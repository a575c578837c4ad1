import { Injectable } from '@nestjs/common';
import { AuthenticationRequired } from '@tandem/auth';
import { getOrThrow, type RequestContext, type Result } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { CurrentLogin, LoginTokens, RefreshTokenInvalid } from '@tandem/logins';
import type { Customer } from '../customer';
import { CustomersRepository } from '../customers.repository';
import type { CustomerLogin } from './customer-login';

/**
 * Exchanges a refresh token for a new JWT and a new refresh token:
 * - used again within seconds (a lost response): it gets new ones again;
 * - used again later: it was stolen, and its whole login ends.
 * Without a refresh token, a customer's valid JWT is exchanged (legacy Spree), unless the password has changed since.
 * @throws RefreshTokenInvalid, AuthenticationRequired
 */
@Injectable()
export class RotateRefreshToken {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersRepository,
    private readonly tokens: LoginTokens,
    private readonly currentLogin: CurrentLogin,
  ) {}

  async run(ctx: RequestContext, refreshToken: string | undefined): Promise<CustomerLogin> {
    if (refreshToken?.trim() === '') throw new RefreshTokenInvalid('refresh_token is required');
    const result = await this.database.transaction((tx) =>
      refreshToken === undefined ? this.exchangeJwt(tx, ctx) : this.rotate(tx, ctx, refreshToken),
    );
    return getOrThrow(result);
  }

  private async exchangeJwt(tx: Tx, ctx: RequestContext): Promise<Result<CustomerLogin>> {
    const { caller, storeId } = ctx;
    const customer = await this.lock(tx, storeId, caller.scope.customerId);
    if (customer === null) throw new AuthenticationRequired();
    await this.currentLogin.assertActive(tx, ctx, customer);
    return { value: await this.issue(tx, storeId, customer, caller.loginId ?? undefined) };
  }

  /** A theft is recorded before it is refused, so the refusal is a value here. */
  private async rotate(
    tx: Tx,
    { storeId }: RequestContext,
    refreshToken: string,
  ): Promise<Result<CustomerLogin>> {
    const customerId = await this.tokens.findCustomer(tx, storeId, refreshToken);
    const customer = await this.lock(tx, storeId, customerId);
    if (customer === null) throw new RefreshTokenInvalid();
    // Read under the lock: a concurrent logout or new password has revoked the token by now.
    const redeemed = await this.tokens.redeem(tx, storeId, refreshToken);
    if ('error' in redeemed) return redeemed;
    return { value: await this.issue(tx, storeId, customer, redeemed.value) };
  }

  private async lock(tx: Tx, storeId: string, id: string | null): Promise<Customer | null> {
    return id === null ? null : this.customers.lockForUpdate(tx, storeId, id);
  }

  private async issue(
    tx: Tx,
    storeId: string,
    customer: Customer,
    loginId: string | undefined,
  ): Promise<CustomerLogin> {
    return { customer, ...(await this.tokens.issue(tx, storeId, customer, loginId)) };
  }
}
