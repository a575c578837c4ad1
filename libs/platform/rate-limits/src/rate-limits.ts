import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { ServiceUnavailable } from '@tandem/http';
import { ATTEMPTS, type Attempt } from './attempts';
import { RateLimited } from './rate-limits.errors';
import { RateLimitsRepository } from './rate-limits.repository';
import { WindowCounter } from './window-counter';

/** Nest token: requests per minute per address and key; 0 disables all limits. */
export const REQUESTS_PER_MINUTE = Symbol('REQUESTS_PER_MINUTE');

// The limit of a key over all addresses, and of a secret key: stops runaway clients; one visitor cannot use it up.
const KEY_FACTOR = 100;

// A count is one small statement. If it takes longer, the database is failing, and shoppers do not wait for counts.
const WAIT_MS = 3000;

// After a failed count, the next is tried after this time: each count that hangs occupies a connection.
const BACKOFF_MS = 5000;

/** The remaining requests of a limit. */
export interface Allowance {
  readonly limit: number;
  readonly remaining: number;
}

/**
 * Limits requests per minute, counted across all server processes. If counting fails or hangs, shopping continues uncounted (a
 * closed shop costs more than a flood), but attempts at a secret (logins, gift cards) answer 503, because uncounted guesses would
 * be unlimited.
 */
@Injectable()
export class RateLimits {
  private readonly logger = new Logger(RateLimits.name);
  private readonly counters = new Map<string, WindowCounter>();
  private backoffUntil = 0;

  constructor(
    @Inject(REQUESTS_PER_MINUTE) readonly perAddress: number,
    private readonly rows: RateLimitsRepository,
  ) {}

  get isOff(): boolean {
    return this.perAddress === 0;
  }

  /** Requests per minute per key over all addresses. */
  get perKey(): number {
    return this.perAddress * KEY_FACTOR;
  }

  /** Counts a request with a publishable key. Null if it could not be counted. @throws RateLimited */
  async countShopper(keyId: string, network: string): Promise<Allowance | null> {
    const allowance = await this.countLeniently('client', this.perAddress, `${keyId}:${network}`);
    // Requests refused above are not counted here, so one client cannot use up the key for everyone.
    this.countKey(keyId);
    return allowance;
  }

  /** Counts a request with an invalid key, by the same limit, so that guessing is no faster than shopping. @throws RateLimited */
  countWrongKey(network: string): Promise<Allowance | null> {
    return this.countLeniently('wrong_key', this.perAddress, network);
  }

  /**
   * Counts a key or an admin without waiting, which saves a round trip; requests over the limit are refused once the count is
   * known. @throws RateLimited
   */
  countKey(id: string): void {
    const counter = this.counterOf('key', this.perKey);
    counter.checkBlocked(id);
    this.countLeniently('key', this.perKey, id).catch(() => undefined);
  }

  /** Counts an attempt per address and per account. @throws RateLimited, ServiceUnavailable */
  async countAttempt(
    attempt: Attempt,
    { network, account }: { readonly network: string; readonly account: string | null },
  ): Promise<Allowance | null> {
    const { perAddress, perAccount, guardsSecret } = ATTEMPTS[attempt];
    const count = guardsSecret ? this.countStrictly.bind(this) : this.countLeniently.bind(this);
    // The address first: a refused address does not use up the account's attempts.
    const allowance = await count(attempt, perAddress, network);
    if (account !== null && perAccount !== null)
      await count(`${attempt}_account`, perAccount, digest(account));
    return allowance;
  }

  private async countLeniently(name: string, limit: number, client: string): Promise<Allowance | null> {
    if (performance.now() < this.backoffUntil) return null;
    try {
      return await this.countInTime(name, limit, client);
    } catch (error) {
      if (error instanceof RateLimited) throw error;
      this.backoffUntil = performance.now() + BACKOFF_MS;
      this.logger.warn(`requests are not counted for ${BACKOFF_MS / 1000} s: ${String(error)}`);
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
    const abort = new AbortController();
    const counting = this.counterOf(name, limit).count(client);
    const timeout = pause(WAIT_MS, null, { signal: abort.signal, ref: false });
    try {
      const remaining = await Promise.race([counting, timeout]);
      if (remaining === null) throw new Error('counting takes too long');
      return { limit, remaining };
    } finally {
      abort.abort();
      // The loser of the race would be an unhandled rejection.
      counting.catch(() => undefined);
      timeout.catch(() => undefined);
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

/** Hashed, so that the counts do not reveal who has an account. */
function digest(account: string): string {
  return createHash('sha256').update(account).digest('base64url');
}
