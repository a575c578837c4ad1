import { Injectable } from '@nestjs/common';
import { AuthenticationRequired } from '@tandem/auth';
import type { RequestContext } from '@tandem/context';
import type { Queryable } from '@tandem/database';
import { isSamePassword, type PasswordTime } from '../passwords/same-password';
import { EndedLoginsRepository } from './ended-logins.repository';

/** Whether the login of the caller's token is active right now: the guard's answer may be a second old. */
@Injectable()
export class CurrentLogin {
  constructor(private readonly ended: EndedLoginsRepository) {}

  /** @throws AuthenticationRequired where the account's password has changed, or the login has ended */
  async assertActive(
    on: Queryable,
    { storeId, caller }: RequestContext,
    account: PasswordTime,
  ): Promise<void> {
    if (!isSamePassword(account, caller)) throw new AuthenticationRequired();
    if (await this.ended.isEnded(on, storeId, caller.loginId)) throw new AuthenticationRequired();
  }
}
