import { Injectable, type ExecutionContext } from '@nestjs/common';
import { ApiKeys, type ApiKey } from '@tandem/auth';
import { RequestLimits } from '@tandem/rate-limits';
import type { Request } from 'express';
import { PublishableKeyInvalid, PublishableKeyRequired } from './medusa-auth.errors';

/** The publishable key of a request. */
@Injectable()
export class PublishableKeys {
  constructor(
    private readonly keys: ApiKeys,
    private readonly limits: RequestLimits,
  ) {}

  /** Null if none was sent. Counts the key's requests. @throws PublishableKeyInvalid, RateLimited */
  async findKey(execution: ExecutionContext): Promise<ApiKey | null> {
    const token = execution.switchToHttp().getRequest<Request>().get('x-publishable-api-key');
    if (!token) return null;
    const key = await this.keys.findPublishable(token);
    if (key === null) return this.refuse(execution);
    await this.limits.countShopper(execution, key);
    return key;
  }

  /** @throws PublishableKeyRequired, PublishableKeyInvalid, RateLimited */
  async getKey(execution: ExecutionContext): Promise<ApiKey> {
    const key = await this.findKey(execution);
    if (key === null) throw new PublishableKeyRequired();
    return key;
  }

  private async refuse(execution: ExecutionContext): Promise<never> {
    await this.limits.countWrongKey(execution);
    throw new PublishableKeyInvalid();
  }
}
