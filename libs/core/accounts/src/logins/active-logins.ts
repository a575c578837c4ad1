import { Injectable } from '@nestjs/common';
import type { Audience, LoginChecker, TokenOwner } from '@tandem/auth';
import { TtlCache } from '@tandem/database';
import { ActiveLoginsRepository } from './active-logins.repository';
import { isSamePassword } from './credentials.repository';

// Far more logins than one process serves in a second.
const CHECKS = { ttlMs: 1_000, most: 10_000 };

/**
 * Whether the login that a token or a cookie came of still stands: its account, its password and the login itself. Each request of a
 * login carries its token: checked once a second it costs the hot path no query, and what ends it in another process is seen
 * within that second.
 */
@Injectable()
export class ActiveLogins implements LoginChecker {
  private readonly checks = new TtlCache<boolean>(CHECKS);

  constructor(private readonly repository: ActiveLoginsRepository) {}

  isActive(audience: Audience, owner: TokenOwner): Promise<boolean> {
    const { storeId, id, loginId, passwordChangedAt } = owner;
    const key = [audience, storeId, id, loginId, passwordChangedAt?.getTime()].join(' ');
    return this.checks.get(key, () => this.check(audience, owner));
  }

  private async check(audience: Audience, owner: TokenOwner): Promise<boolean> {
    const state = await this.repository.find(audience, owner);
    return state !== null && !state.isEnded && isSamePassword(state, owner);
  }
}
