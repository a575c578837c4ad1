import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import type { CreateWebhookEndpointInput } from './create-webhook-endpoint';
import type { WebhookEndpoint } from './endpoint';
import { WebhookEndpointsRepository } from './endpoints.repository';
import { Targets } from '../sending/targets';
import { WebhookEndpointNotFound } from '../webhooks.errors';

/** Updates an endpoint; omitted fields stay unchanged. @throws WebhookEndpointNotFound, TargetRefused */
@Injectable()
export class UpdateWebhookEndpoint {
  constructor(
    private readonly database: Database,
    private readonly targets: Targets,
    private readonly endpoints: WebhookEndpointsRepository,
  ) {}

  async run(
    ctx: RequestContext,
    id: string,
    changes: Partial<CreateWebhookEndpointInput>,
  ): Promise<WebhookEndpoint> {
    if (!(await this.endpoints.findById(ctx.storeId, id))) throw new WebhookEndpointNotFound();
    if (changes.url !== undefined) await this.targets.check(changes.url);
    return this.database.transaction(async (tx) => {
      const existing = await this.endpoints.lockForUpdate(tx, ctx.storeId, id);
      if (existing === null) throw new WebhookEndpointNotFound();
      await ctx.idempotency.claim(tx);
      const value = await this.endpoints.save(tx, { ...existing, ...changes });
      return getOrThrow(await storeResponse(ctx, tx, { value }));
    });
  }
}
