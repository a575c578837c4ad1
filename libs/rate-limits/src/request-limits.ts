import { Injectable, type ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';
import { addressLimitOf, PER_ADDRESS } from './limited-by-address';
import { RateLimits, type Allowance } from './rate-limits';

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
    await this.countAddress(execution, key.storeId);
  }

  /** A request that needs no key, on a route that is limited for each address. @throws RateLimited */
  async countKeyless(execution: ExecutionContext): Promise<void> {
    if (!this.limits.isOff) await this.countAddress(execution, 'no key');
  }

  private async countAddress(execution: ExecutionContext, storeId: string): Promise<void> {
    const limit = addressLimitOf(execution.getHandler());
    if (limit === null) return;
    const http = execution.switchToHttp();
    const { ip = '' } = http.getRequest<Request>();
    const counting = this.limits.countAddress(limit, storeId, ip);
    await this.tell(http.getResponse<Response>(), PER_ADDRESS[limit], counting);
  }

  /** A request with a key that is none. @throws RateLimited */
  async countWrongKey(execution: ExecutionContext): Promise<void> {
    if (this.limits.isOff) return;
    const http = execution.switchToHttp();
    const { ip = '' } = http.getRequest<Request>();
    await this.tell(http.getResponse<Response>(), this.limits.perKey, this.limits.countWrongKey(ip));
  }

  private async tell(response: Response, limit: number, counting: Promise<Allowance>): Promise<void> {
    response.setHeader('X-RateLimit-Limit', limit);
    response.setHeader('X-RateLimit-Remaining', 0);
    const { remaining } = await counting;
    response.setHeader('X-RateLimit-Remaining', remaining);
  }
}
