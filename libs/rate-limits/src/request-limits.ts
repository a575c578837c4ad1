import { Injectable, type ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';
import { addressLimitOf, PER_ADDRESS } from './limited-by-address';
import { HOOKS_PER_ADDRESS, RateLimits, type Allowance } from './rate-limits';

/** Counts requests where the guards know who asks, and says in the answer's headers what is left. */
@Injectable()
export class RequestLimits {
  constructor(private readonly limits: RateLimits) {}

  /** A request with a right key. @throws RateLimited */
  async count(execution: ExecutionContext, key: { id: string; storeId: string }): Promise<void> {
    if (this.limits.isOff) return;
    const http = execution.switchToHttp();
    const response = http.getResponse<Response>();
    await this.tell(response, this.limits.perKey, this.limits.countKey(key.storeId, key.id));
    const limit = addressLimitOf(execution.getHandler());
    if (limit === null) return;
    const { ip = '' } = http.getRequest<Request>();
    await this.tell(response, PER_ADDRESS[limit], this.limits.countAddress(limit, key.storeId, ip));
  }

  /** A request with a key that is none. @throws RateLimited */
  countWrongKey(execution: ExecutionContext): Promise<void> {
    return this.countAddress(execution, this.limits.perKey, (ip) => this.limits.countWrongKey(ip));
  }

  /** An event of a gateway, which has no key. @throws RateLimited */
  countHook(execution: ExecutionContext): Promise<void> {
    return this.countAddress(execution, HOOKS_PER_ADDRESS, (ip) => this.limits.countHook(ip));
  }

  private async countAddress(
    execution: ExecutionContext,
    limit: number,
    count: (ip: string) => Promise<Allowance>,
  ): Promise<void> {
    if (this.limits.isOff) return;
    const http = execution.switchToHttp();
    const { ip = '' } = http.getRequest<Request>();
    await this.tell(http.getResponse<Response>(), limit, count(ip));
  }

  private async tell(response: Response, limit: number, counting: Promise<Allowance>): Promise<void> {
    response.setHeader('X-RateLimit-Limit', limit);
    response.setHeader('X-RateLimit-Remaining', 0);
    const { remaining } = await counting;
    response.setHeader('X-RateLimit-Remaining', remaining);
  }
}
