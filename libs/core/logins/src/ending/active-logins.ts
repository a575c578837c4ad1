import { Injectable } from '@nestjs/common';
import type { Audience, LoginChecker, TokenOwner } from '@tandem/auth';
import { TtlCache } from '@tandem/database';
import { isSamePassword } from '../passwords/same-password';
import { ActiveLoginsRepository } from './active-logins.repository';

// Far more logins than one process serves in a second.
const CACHE = { ttlMs: 1_000, maxEntries: 10_000 };

/**
 * Whether the login of a token or a cookie is active: its account exists, the password is the same, the login has not
 * ended. Cached for a second, so that a busy login costs the hot path no query; if another process ends it, this
 * one sees that within the second.
 */
@Injectable()
export class ActiveLogins implements LoginChecker {
  private readonly cache = new TtlCache<boolean>(CACHE);

  constructor(private readonly repository: ActiveLoginsRepository) {}

  isActive(audience: Audience, owner: TokenOwner): Promise<boolean> {
    const { storeId, id, loginId, passwordChangedAt } = owner;
    const key = [audience, storeId, id, loginId, passwordChangedAt?.getTime()].join(' ');
    return this.cache.get(key, () => this.readIsActive(audience, owner));
  }

  private async readIsActive(audience: Audience, owner: TokenOwner): Promise<boolean> {
    const state = await this.repository.findState(audience, owner);
    return state !== null && !state.isEnded && isSamePassword(state, owner);
  }
}
