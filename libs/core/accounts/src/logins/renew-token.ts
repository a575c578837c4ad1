import { Injectable } from '@nestjs/common';
import { AuthenticationRequired, JwtTokens } from '@tandem/auth';
import type { RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { AUDIENCE, type Actor } from '../actor';
import { accountOf } from '../customers/account-of';
import { CredentialsRepository, isSamePassword, type Credentials } from './credentials.repository';
import { EndedLoginsRepository } from './ended-logins.repository';
import { RegistrationsRepository } from '../customers/registrations.repository';

/**
 * Gives an hour more to the bearer of a good token, unless the password was changed since it was issued or its login
 * has ended. A registration's token becomes its account's, once that is open.
 * @throws AuthenticationRequired
 */
@Injectable()
export class RenewToken {
  constructor(
    private readonly database: Database,
    private readonly credentials: CredentialsRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly ended: EndedLoginsRepository,
    private readonly jwt: JwtTokens,
  ) {}

  async run(ctx: RequestContext): Promise<string> {
    const { storeId, caller } = ctx;
    const { actor, id } = accountOf(ctx);
    const { loginId } = caller;
    // Asked anew, for the guard may know it from up to a second ago.
    if (await this.ended.isEnded(this.database, storeId, loginId)) throw new AuthenticationRequired();
    const account = await this.credentials.find(this.database, actor, storeId, id);
    if (account !== null) return this.ofAccount(ctx, actor, account);
    const isRegistered = await this.registrations.find(this.database, actor, storeId, id);
    if (!isRegistered || caller.kind !== `new_${actor}`) throw new AuthenticationRequired();
    return this.jwt.issue(`${actor} registration`, { id, storeId, passwordChangedAt: null, loginId });
  }

  private ofAccount({ storeId, caller }: RequestContext, actor: Actor, account: Credentials): string {
    if (!isSamePassword(account, caller)) throw new AuthenticationRequired();
    return this.jwt.issue(AUDIENCE[actor], { ...account, storeId, loginId: caller.loginId });
  }
}
