import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Counters } from './counters.repository';
import { PER_ADDRESS, type AddressLimit } from './limited-by-address';
import { RateLimited } from './rate-limits.errors';

/** Nest token of the requests a minute that one key may make; 0 turns every limit off. */
export const REQUESTS_PER_MINUTE = Symbol('REQUESTS_PER_MINUTE');

const WINDOW_SECONDS = 60;

/** What is left of a limit. */
export interface Allowance {
  readonly limit: number;
  readonly remaining: number;
}

/**
 * Requests a minute, counted in Postgres for all server processes together. A minute begins with the first request, by
 * the clock of the process that counts it. Once a limit is reached, a process refuses from memory: a flood costs no query.
 */
@Injectable()
export class RateLimits {
  private readonly limiters = new Map<string, RateLimiterPostgres>();

  constructor(
    @Inject(REQUESTS_PER_MINUTE) readonly perKey: number,
    private readonly counters: Counters,
  ) {}

  get isOff(): boolean {
    return this.perKey === 0;
  }

  /** Counts a request of an API key. @throws RateLimited */
  countKey(storeId: string, keyId: string): Promise<Allowance> {
    return this.count('key', this.perKey, `${storeId}:${keyId}`);
  }

  /** Counts a request with a key that is none: nobody guesses one faster than others may ask. @throws RateLimited */
  countWrongKey(address: string): Promise<Allowance> {
    return this.count('wrong_key', this.perKey, address);
  }

  /** Counts a try of one address. @throws RateLimited */
  countAddress(limit: AddressLimit, storeId: string, address: string): Promise<Allowance> {
    return this.count(limit, PER_ADDRESS[limit], `${storeId}:${address}`);
  }

  private async count(what: string, limit: number, who: string): Promise<Allowance> {
    try {
      const { remainingPoints } = await this.limiterOf(what, limit).consume(who);
      return { limit, remaining: remainingPoints };
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw new RateLimited(Math.max(1, Math.ceil(error.msBeforeNext / 1000)));
    }
  }

  private limiterOf(what: string, points: number): RateLimiterPostgres {
    const known = this.limiters.get(what);
    if (known) return known;
    const limiter = new RateLimiterPostgres({
      storeClient: this.counters,
      storeType: 'pool',
      tableName: 'rate_limits',
      tableCreated: true,
      keyPrefix: what,
      points,
      duration: WINDOW_SECONDS,
      inMemoryBlockOnConsumed: points + 1,
    });
    this.limiters.set(what, limiter);
    return limiter;
  }
}
