import { Injectable } from '@nestjs/common';
import type { Page, Paging, RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import type { ApiKeyDetails } from './api-key';
import { ApiKeysRepository } from './api-keys.repository';
import { ApiKeyNotFound } from './auth.errors';

/** A store's keys, for its own people. */
@Injectable()
export class ApiKeysReader {
  constructor(
    private readonly database: Database,
    private readonly keys: ApiKeysRepository,
  ) {}

  /** `type` is null for all; of a type that is none there are none. */
  page(ctx: RequestContext, type: string | null, paging: Paging): Promise<Page<ApiKeyDetails>> {
    return this.keys.page(ctx.storeId, type, paging);
  }

  /** `id` is null for an id of no known form. @throws ApiKeyNotFound */
  async get(ctx: RequestContext, id: string | null): Promise<ApiKeyDetails> {
    const key = id === null ? null : await this.keys.read(this.database, ctx.storeId, id);
    if (key === null) throw new ApiKeyNotFound();
    return key;
  }
}
