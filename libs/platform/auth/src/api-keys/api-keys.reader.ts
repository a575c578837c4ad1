import { Injectable } from '@nestjs/common';
import type { Page, PageAsked, RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import type { ApiKeyDetails } from './api-key';
import { ApiKeyListsRepository, type ApiKeyFilters, type ApiKeyOrderField } from './api-key-lists.repository';
import { ApiKeysRepository } from './api-keys.repository';
import { ApiKeyNotFound } from '../auth.errors';

/** A store's keys, for its own people. */
@Injectable()
export class ApiKeysReader {
  constructor(
    private readonly database: Database,
    private readonly keys: ApiKeysRepository,
    private readonly lists: ApiKeyListsRepository,
  ) {}

  page(
    ctx: RequestContext,
    filters: ApiKeyFilters,
    asked: PageAsked<ApiKeyOrderField>,
  ): Promise<Page<ApiKeyDetails>> {
    return this.lists.page(ctx.storeId, filters, asked);
  }

  /** `id` is null for an id of no known form. @throws ApiKeyNotFound */
  async get(ctx: RequestContext, id: string | null, shownId?: string): Promise<ApiKeyDetails> {
    const key = id === null ? null : await this.keys.read(this.database, ctx.storeId, id);
    if (key === null) throw new ApiKeyNotFound(shownId);
    return key;
  }

  /** The key that asks. @throws ApiKeyNotFound where a person does */
  current(ctx: RequestContext): Promise<ApiKeyDetails> {
    return this.get(ctx, ctx.caller.kind === 'secret_key' ? ctx.caller.id : null);
  }
}
