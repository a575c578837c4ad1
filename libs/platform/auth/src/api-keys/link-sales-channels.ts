import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import type { ApiKeyDetails } from './api-key';
import { ApiKeysRepository } from './api-keys.repository';
import { ApiKeyNotFound, SalesChannelNotFound, SalesChannelsOfSecretKey } from '../auth.errors';
import type { ApiKeyRef } from './update-api-key';

/**
 * Links sales channels to a publishable key, or unlinks them. Nothing changes: a store has one channel, itself, and each of its
 * publishable keys belongs to it. @throws ApiKeyNotFound, SalesChannelsOfSecretKey, SalesChannelNotFound
 */
@Injectable()
export class LinkSalesChannels {
  constructor(
    private readonly database: Database,
    private readonly keys: ApiKeysRepository,
  ) {}

  /** `channels` are store ids, because each store is its channel. */
  async run(
    ctx: RequestContext,
    { id, publicId }: ApiKeyRef,
    channels: readonly Required<ApiKeyRef>[],
  ): Promise<ApiKeyDetails> {
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      const value = await this.keys.read(tx, ctx.storeId, id);
      if (value === null) throw new ApiKeyNotFound(publicId);
      if (value.type === 'secret') throw new SalesChannelsOfSecretKey();
      const unknown = channels.find((channel) => channel.id !== ctx.storeId);
      if (unknown) throw new SalesChannelNotFound(unknown.publicId);
      return getOrThrow(await storeResponse(ctx, tx, { value }));
    });
  }
}
