import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { ServiceUnavailable } from '@tandem/http';
import { ATTEMPTS, type Attempt } from './attempts';
import { RateLimited } from './rate-limits.errors';
import { RateLimitsRepository } from './rate-limits.repository';
import { WindowCounter } from './window-counter';

/** Nest token of the requests a minute that one address may make with one key; 0 turns every limit off. */
export const REQUESTS_PER_MINUTE = Symbol('REQUESTS_PER_MINUTE');

// One key over all addresses, and a secret key: a guard against runaways, far above what one visitor can use up.
const KEY_FACTOR = 100;

// A count is one small statement. What takes longer is a database in trouble, and shoppers do not wait for its counts.
const PATIENCE_MS = 3000;

// While counting is in trouble the next count is tried after this: each one that hangs holds a connection.
const TROUBLE_MS = 5000;

/** What is left of a limit. */
export interface Allowance {
  readonly limit: number;
  readonly remaining: number;
}

/**
 * Requests a minute, in counts that all server processes share. Where counting fails or hangs, shopping goes on uncounted (a
 * shop that is closed costs more than a flood), and what guards a secret (log-ins, gift cards) is refused with 503: uncounted
 * guesses would be free.
 */
@Injectable()
export class RateLimits {
  private readonly logger = new Logger(RateLimits.name);
  private readonly counters = new Map<string, WindowCounter>();
  private troubleUntil = 0;

  constructor(
    @Inject(REQUESTS_PER_MINUTE) readonly perAddress: number,
    private readonly rows: RateLimitsRepository,
  ) {}

  get isOff(): boolean {
    return this.perAddress === 0;
  }

  /** Requests a minute of one key over all addresses. */
  get perKey(): number {
    return this.perAddress * KEY_FACTOR;
  }

  /** A request with a publishable key. Null where it could not be counted. @throws RateLimited */
  async countShopper(keyId: string, network: string): Promise<Allowance | null> {
    const allowance = await this.countLeniently('client', this.perAddress, `${keyId}:${network}`);
    // Whom the limit above refused counts here no more: one client cannot use up the key of all.
    this.countKey(keyId);
    return allowance;
  }

  /** A request with a key that is none: nobody guesses one faster than others may ask. @throws RateLimited */
  countWrongKey(network: string): Promise<Allowance | null> {
    return this.countLeniently('wrong_key', this.perAddress, network);
  }

  /**
   * Counts a key (or whoever else asks without a limit by address) without waiting for it: a request costs no second round
   * trip, and what exceeds the limit is refused as soon as it is known. @throws RateLimited
   */
  countKey(id: string): void {
    const counter = this.counterOf('key', this.perKey);
    counter.checkBlocked(id);
    this.countLeniently('key', this.perKey, id).catch(() => undefined);
  }

  /** A try of one address, and of all at one account. @throws RateLimited, ServiceUnavailable */
  async countAttempt(
    attempt: Attempt,
    { network, account }: { readonly network: string; readonly account: string | null },
  ): Promise<Allowance | null> {
    const { perAddress, perAccount, guardsSecret } = ATTEMPTS[attempt];
    const count = guardsSecret ? this.countStrictly.bind(this) : this.countLeniently.bind(this);
    // The address first: one address that is refused does not use up the account's own tries.
    const allowance = await count(attempt, perAddress, network);
    if (account !== null && perAccount !== null)
      await count(`${attempt}_account`, perAccount, digest(account));
    return allowance;
  }

  private async countLeniently(name: string, limit: number, client: string): Promise<Allowance | null> {
    if (performance.now() < this.troubleUntil) return null;
    try {
      return await this.countInTime(name, limit, client);
    } catch (error) {
      if (error instanceof RateLimited) throw error;
      this.troubleUntil = performance.now() + TROUBLE_MS;
      this.logger.warn(`requests are not counted for ${TROUBLE_MS / 1000} s: ${String(error)}`);
      return null;
    }
  }

  private async countStrictly(name: string, limit: number, client: string): Promise<Allowance> {
    try {
      return await this.countInTime(name, limit, client);
    } catch (error) {
      if (error instanceof RateLimited) throw error;
      throw new ServiceUnavailable(error);
    }
  }

  private async countInTime(name: string, limit: number, client: string): Promise<Allowance> {
    const stopWaiting = new AbortController();
    const counting = this.counterOf(name, limit).count(client);
    const tooLate = pause(PATIENCE_MS, null, { signal: stopWaiting.signal, ref: false });
    try {
      const remaining = await Promise.race([counting, tooLate]);
      if (remaining === null) throw new Error('counting takes too long');
      return { limit, remaining };
    } finally {
      stopWaiting.abort();
      // Whichever of the two comes second has nobody to tell.
      counting.catch(() => undefined);
      tooLate.catch(() => undefined);
    }
  }

  private counterOf(name: string, limit: number): WindowCounter {
    const existing = this.counters.get(name);
    if (existing) return existing;
    const counter = new WindowCounter(name, limit, this.rows);
    this.counters.set(name, counter);
    return counter;
  }
}

/** The counts say nothing of who has an account. */
function digest(account: string): string {
  return createHash('sha256').update(account).digest('base64url');
}
