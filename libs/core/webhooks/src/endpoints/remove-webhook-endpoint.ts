import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { WebhookEndpointsRepository } from './endpoints.repository';
import { WebhookEndpointNotFound } from '../webhooks.errors';

/** Deletes an endpoint and its deliveries. @throws WebhookEndpointNotFound */
@Injectable()
export class RemoveWebhookEndpoint {
  constructor(
    private readonly database: Database,
    private readonly endpoints: WebhookEndpointsRepository,
  ) {}

  run(ctx: RequestContext, id: string): Promise<null> {
    return this.database.transaction(async (tx) => {
      const endpoint = await this.endpoints.lockForUpdate(tx, ctx.storeId, id);
      if (endpoint === null) throw new WebhookEndpointNotFound();
      await ctx.idempotency.claim(tx);
      await this.endpoints.remove(tx, ctx.storeId, endpoint.id);
      return getOrThrow(await storeResponse(ctx, tx, { value: null }));
    });
  }
}
