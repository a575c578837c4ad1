import { Injectable } from '@nestjs/common';
import type { Page, PageRequest, RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import type { ApiKeyDetails } from './api-key';
import { ApiKeyListsRepository, type ApiKeyFilters, type ApiKeyOrderField } from './api-key-lists.repository';
import { ApiKeysRepository } from './api-keys.repository';
import { ApiKeyNotFound } from '../auth.errors';

/** A store's keys, for staff. */
@Injectable()
export class ApiKeysReader {
  constructor(
    private readonly database: Database,
    private readonly keys: ApiKeysRepository,
    private readonly lists: ApiKeyListsRepository,
  ) {}

  findPage(
    ctx: RequestContext,
    filters: ApiKeyFilters,
    requested: PageRequest<ApiKeyOrderField>,
  ): Promise<Page<ApiKeyDetails>> {
    return this.lists.findPage(ctx.storeId, filters, requested);
  }

  /** @throws ApiKeyNotFound */
  async get(ctx: RequestContext, id: string, publicId?: string): Promise<ApiKeyDetails> {
    const key = await this.keys.read(this.database, ctx.storeId, id);
    if (key === null) throw new ApiKeyNotFound(publicId);
    return key;
  }

  /** The calling secret key. @throws ApiKeyNotFound if the caller is not a key */
  async getCurrent(ctx: RequestContext): Promise<ApiKeyDetails> {
    const { kind, id } = ctx.caller;
    if (kind !== 'secret_key' || id === null) throw new ApiKeyNotFound();
    return this.get(ctx, id);
  }
}
