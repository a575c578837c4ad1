import { Injectable } from '@nestjs/common';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import type { ApiKeyDetails } from './api-key';
import { ApiKeys } from './api-keys';
import { ApiKeysRepository } from './api-keys.repository';
import { ApiKeyNotFound } from './auth.errors';

/** Ends an API key for good; revoked before, it stays so. @throws ApiKeyNotFound */
@Injectable()
export class RevokeApiKey {
  constructor(
    private readonly database: Database,
    private readonly keys: ApiKeysRepository,
    private readonly known: ApiKeys,
  ) {}

  /** `id` is null for an id of no known form. */
  async run(ctx: RequestContext, id: string | null): Promise<ApiKeyDetails> {
    if (id === null) throw new ApiKeyNotFound();
    const revoked = await this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      await this.keys.revoke(tx, ctx.storeId, id);
      const value = await this.keys.read(tx, ctx.storeId, id);
      if (value === null) throw new ApiKeyNotFound();
      return unwrap(await answer(ctx, tx, { value }));
    });
    this.known.forget();
    return revoked;
  }
}
