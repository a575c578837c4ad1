import { Injectable, type ExecutionContext } from '@nestjs/common';
import { RequestLimits } from '@tandem/rate-limits';
import type { Request } from 'express';
import type { ApiKey } from './api-key';
import { ApiKeys } from './api-keys';
import { PublishableKeyInvalid } from '../auth.errors';

/** The publishable key of a request in Medusa's dialect. */
@Injectable()
export class PublishableKeys {
  constructor(
    private readonly keys: ApiKeys,
    private readonly limits: RequestLimits,
  ) {}

  /** Null where none is sent; its requests are counted. @throws PublishableKeyInvalid, RateLimited */
  async keyOf(execution: ExecutionContext): Promise<ApiKey | null> {
    const token = execution.switchToHttp().getRequest<Request>().get('x-publishable-api-key');
    if (!token) return null;
    const key = await this.keys.findPublishable(token);
    if (key === null) return this.refuse(execution);
    await this.limits.countShopper(execution, key);
    return key;
  }

  private async refuse(execution: ExecutionContext): Promise<never> {
    await this.limits.countWrongKey(execution);
    throw new PublishableKeyInvalid();
  }
}
