import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import type { ApiKeyDetails } from './api-key';
import { ApiKeys } from './api-keys';
import { ApiKeysRepository } from './api-keys.repository';
import { ApiKeyNotFound } from '../auth.errors';

/** When to revoke a key, and its id as the caller wrote it. */
export interface RevokeInput {
  /** The id as the caller wrote it. */
  readonly publicId?: string;
  /** Seconds from now; absent: at once. */
  readonly seconds?: number;
}

/** Revokes an API key at once or after some seconds; a key that ends sooner stays as it is. @throws ApiKeyNotFound */
@Injectable()
export class RevokeApiKey {
  constructor(
    private readonly database: Database,
    private readonly keys: ApiKeysRepository,
    private readonly cache: ApiKeys,
  ) {}

  async run(
    ctx: RequestContext,
    id: string,
    { publicId, seconds = 0 }: RevokeInput = {},
  ): Promise<ApiKeyDetails> {
    const revoked = await this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      await this.keys.revoke(tx, { storeId: ctx.storeId, id }, { seconds, by: ctx.caller.id });
      const value = await this.keys.read(tx, ctx.storeId, id);
      if (value === null) throw new ApiKeyNotFound(publicId);
      return getOrThrow(await storeResponse(ctx, tx, { value }));
    });
    this.cache.invalidate();
    return revoked;
  }
}
