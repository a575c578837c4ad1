import { Injectable } from '@nestjs/common';
import type { Audience, LoginChecker, TokenOwner } from '@tandem/auth';
import { ActiveLoginsRepository } from './active-logins.repository';
import { isSamePassword } from './credentials.repository';

// Each request of a login carries its token. Checked once a second it costs the hot path no query, and what ends it in
// another process is seen within that second.
const FRESH_FOR_MS = 1000;

// A bound, for memory; far more logins than one process serves in a second.
const MOST = 10_000;

/** Whether the login that a token or a cookie came of still stands: its account, its password and the login itself. */
@Injectable()
export class ActiveLogins implements LoginChecker {
  private readonly checks = new Map<string, { readonly isActive: Promise<boolean>; readonly at: number }>();

  constructor(private readonly repository: ActiveLoginsRepository) {}

  isActive(audience: Audience, owner: TokenOwner): Promise<boolean> {
    const { storeId, id, loginId, passwordChangedAt } = owner;
    const key = [audience, storeId, id, loginId, passwordChangedAt?.getTime()].join(' ');
    const known = this.checks.get(key);
    // Counted from when the question was sent, by a clock that nobody sets.
    if (known && performance.now() - known.at < FRESH_FOR_MS) return known.isActive;
    if (this.checks.size >= MOST) this.checks.clear();
    const check = { isActive: this.check(audience, owner), at: performance.now() };
    this.checks.set(key, check);
    // A database that failed once must not fail for a second.
    check.isActive.catch(() => this.checks.get(key) === check && this.checks.delete(key));
    return check.isActive;
  }

  private async check(audience: Audience, owner: TokenOwner): Promise<boolean> {
    const state = await this.repository.find(audience, owner);
    return state !== null && !state.isEnded && isSamePassword(state, owner);
  }
}
