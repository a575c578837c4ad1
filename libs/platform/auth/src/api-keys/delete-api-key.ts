import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { ApiKeysRepository } from './api-keys.repository';
import { ApiKeyNotFound, ApiKeyNotRevoked } from '../auth.errors';
import type { ApiKeyRef } from './update-api-key';

/** Deletes a revoked key. Its row stays, because others refer to it as their creator or revoker. @throws ApiKeyNotFound, ApiKeyNotRevoked */
@Injectable()
export class DeleteApiKey {
  constructor(
    private readonly database: Database,
    private readonly keys: ApiKeysRepository,
  ) {}

  /** Returns the id as the caller wrote it. */
  async run(ctx: RequestContext, { id, publicId }: Required<ApiKeyRef>): Promise<string> {
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      if ((await this.keys.read(tx, ctx.storeId, id)) === null) throw new ApiKeyNotFound(publicId);
      if (!(await this.keys.remove(tx, ctx.storeId, id))) throw new ApiKeyNotRevoked(publicId);
      return getOrThrow(await storeResponse(ctx, tx, { value: publicId }));
    });
  }
}
