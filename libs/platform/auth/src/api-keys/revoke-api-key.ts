import { Injectable } from '@nestjs/common';
import { storeResponse, orThrow, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import type { ApiKeyDetails } from './api-key';
import { ApiKeys } from './api-keys';
import { ApiKeysRepository } from './api-keys.repository';
import { ApiKeyNotFound } from '../auth.errors';

/** When a key is to end, and how it was named. */
export interface RevokeInput {
  /** The id as the caller wrote it. */
  readonly publicId?: string;
  /** From now; left out: at once. */
  readonly seconds?: number;
}

/** Ends an API key for good, at once or soon; one that ends sooner already stays so. @throws ApiKeyNotFound */
@Injectable()
export class RevokeApiKey {
  constructor(
    private readonly database: Database,
    private readonly keys: ApiKeysRepository,
    private readonly known: ApiKeys,
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
      return orThrow(await storeResponse(ctx, tx, { value }));
    });
    this.known.invalidate();
    return revoked;
  }
}
