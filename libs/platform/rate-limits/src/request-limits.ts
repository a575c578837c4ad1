import { Injectable, type ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ATTEMPTS, type Attempt } from './attempts';
import { clientNetwork } from './client-network';
import { RateLimits, type Allowance } from './rate-limits';

/** Counts requests once the guards know the caller, and sets the X-RateLimit headers. */
@Injectable()
export class RequestLimits {
  constructor(private readonly limits: RateLimits) {}

  /** Counts a request with a valid publishable key. @throws RateLimited */
  async countShopper(execution: ExecutionContext, key: { readonly id: string }): Promise<void> {
    if (this.limits.isOff) return;
    const { network, response } = exchangeOf(execution);
    await this.report(response, this.limits.perAddress, this.limits.countShopper(key.id, network));
  }

  /** Counts a staff request, by secret key or login. @throws RateLimited */
  countStaff(id: string): void {
    if (!this.limits.isOff) this.limits.countKey(id);
  }

  /** Counts a request with an invalid key. @throws RateLimited */
  async countWrongKey(execution: ExecutionContext): Promise<void> {
    if (this.limits.isOff) return;
    const { network, response } = exchangeOf(execution);
    await this.report(response, this.limits.perAddress, this.limits.countWrongKey(network));
  }

  /** Counts a request that is an attempt. @throws RateLimited, ServiceUnavailable */
  async countAttempt(execution: ExecutionContext, attempt: Attempt): Promise<void> {
    const { network, request, response } = exchangeOf(execution);
    const { perAddress, isAttempt, accountOf } = ATTEMPTS[attempt];
    if (this.limits.isOff || !isAttempt(request)) return;
    const counting = this.limits.countAttempt(attempt, { network, account: accountOf(request) });
    await this.report(response, perAddress, counting);
  }

  private async report(
    response: Response,
    limit: number,
    counting: Promise<Allowance | null>,
  ): Promise<void> {
    response.setHeader('X-RateLimit-Limit', limit);
    response.setHeader('X-RateLimit-Remaining', 0);
    const allowance = await counting;
    response.setHeader('X-RateLimit-Remaining', allowance?.remaining ?? limit);
  }
}

function exchangeOf(execution: ExecutionContext): { network: string; request: Request; response: Response } {
  const http = execution.switchToHttp();
  const request = http.getRequest<Request>();
  return { network: clientNetwork(request.ip), request, response: http.getResponse<Response>() };
}
