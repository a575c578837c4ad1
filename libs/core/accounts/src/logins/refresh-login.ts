import { Injectable } from '@nestjs/common';
import { AuthenticationRequired } from '@tandem/auth';
import { unwrap, type RequestContext, type Settled } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { RefreshTokenInvalid } from '../accounts.errors';
import { isSamePassword } from './credentials.repository';
import { CustomersRepository } from '../customers/customers.repository';
import { EndLogin } from './end-login';
import { EndedLoginsRepository } from './ended-logins.repository';
import { Logins, type Login } from './logins';
import { RefreshTokensRepository } from './refresh-tokens.repository';

/**
 * Gives a new token for a refresh token, and a new refresh token in its place:
 * - used a second time within seconds (a lost answer): another new one;
 * - used again later, it was stolen: the login ends, with all that came of it.
 * Without a refresh token, a customer's own token that is still good is exchanged for a new one (Spree at the seed time),
 * unless the password was changed since it was issued.
 * @throws RefreshTokenInvalid, AuthenticationRequired
 */
@Injectable()
export class RefreshLogin {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersRepository,
    private readonly refreshTokens: RefreshTokensRepository,
    private readonly ended: EndedLoginsRepository,
    private readonly endLogin: EndLogin,
    private readonly logins: Logins,
  ) {}

  async run(ctx: RequestContext, token: string | undefined): Promise<Login> {
    if (token?.trim() === '') throw new RefreshTokenInvalid('refresh_token is required');
    const settled = await this.database.transaction((tx) =>
      token === undefined ? this.byJwt(tx, ctx) : this.byToken(tx, ctx, token),
    );
    return unwrap(settled);
  }

  private async byJwt(tx: Tx, ctx: RequestContext): Promise<Settled<Login>> {
    const { loginId, reach } = ctx.caller;
    const customer = reach.customerId && (await this.customers.lock(tx, ctx.storeId, reach.customerId));
    if (!customer || !isSamePassword(customer, ctx.caller)) throw new AuthenticationRequired();
    if (await this.ended.isEnded(tx, ctx.storeId, loginId)) throw new AuthenticationRequired();
    return { value: await this.logins.issue(tx, ctx.storeId, customer, loginId ?? undefined) };
  }

  /** A theft is written down before it is answered, so the refusal is a value here. */
  private async byToken(tx: Tx, { storeId }: RequestContext, token: string): Promise<Settled<Login>> {
    const owner = await this.refreshTokens.ownerOf(tx, storeId, token);
    const customer = owner && (await this.customers.lock(tx, storeId, owner.customerId));
    // Looked at once the lock is held: what ended the login meanwhile is seen.
    const found = await this.refreshTokens.find(tx, storeId, token);
    if (!customer || !found?.isAlive) throw new RefreshTokenInvalid();
    if (found.isSpent) {
      await this.endLogin.run(tx, storeId, found.family);
      return { refusal: new RefreshTokenInvalid() };
    }
    await this.refreshTokens.use(tx, storeId, found);
    return { value: await this.logins.issue(tx, storeId, customer, found.family) };
  }
}
