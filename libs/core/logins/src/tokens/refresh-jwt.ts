import { Injectable } from '@nestjs/common';
import { AuthenticationRequired, JwtTokens } from '@tandem/auth';
import type { RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { AUDIENCE } from '../account';
import { accountOf } from '../account-of';
import { CurrentLogin } from '../ending/current-login';
import { CredentialsRepository } from '../passwords/credentials.repository';
import { RegistrationsRepository } from '../registrations/registrations.repository';
import { registrationToken } from './registration-token';

/**
 * Issues a new JWT to the bearer of a valid one, unless the password has changed or the login has ended since. The JWT
 * of a registration becomes one of the account, once that exists. @throws AuthenticationRequired
 */
@Injectable()
export class RefreshJwt {
  constructor(
    private readonly database: Database,
    private readonly credentials: CredentialsRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly currentLogin: CurrentLogin,
    private readonly jwt: JwtTokens,
  ) {}

  async run(ctx: RequestContext): Promise<string> {
    const account = accountOf(ctx);
    const { caller, storeId } = ctx;
    const credentials = await this.credentials.findById(this.database, account);
    // The password of a registration has never changed.
    await this.currentLogin.assertActive(this.database, ctx, credentials ?? { passwordChangedAt: null });
    if (credentials !== null)
      return this.jwt.issue(AUDIENCE[account.actor], { ...credentials, storeId, loginId: caller.loginId });
    const registration = await this.registrations.findById(this.database, account);
    if (registration === null || caller.kind !== `new_${account.actor}`) throw new AuthenticationRequired();
    return registrationToken(this.jwt, account, caller.loginId);
  }
}
