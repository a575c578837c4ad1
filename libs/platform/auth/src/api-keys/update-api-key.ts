import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import type { ApiKeyDetails } from './api-key';
import { ApiKeysRepository } from './api-keys.repository';
import { ApiKeyNotFound } from '../auth.errors';

/** A key by id (UUID), and the id as the caller wrote it, for error messages. */
export interface ApiKeyRef {
  readonly id: string;
  readonly publicId?: string;
}

/** Updates the title of an API key; nothing else of it can change. @throws ApiKeyNotFound */
@Injectable()
export class UpdateApiKey {
  constructor(
    private readonly database: Database,
    private readonly keys: ApiKeysRepository,
  ) {}

  async run(ctx: RequestContext, { id, publicId }: ApiKeyRef, title: string): Promise<ApiKeyDetails> {
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      await this.keys.rename(tx, ctx.storeId, id, title);
      const value = await this.keys.read(tx, ctx.storeId, id);
      if (value === null) throw new ApiKeyNotFound(publicId);
      return getOrThrow(await storeResponse(ctx, tx, { value }));
    });
  }
}
