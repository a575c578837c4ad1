import { Injectable } from '@nestjs/common';
import { storeResponse, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import type { EndpointWithSecret } from './endpoint';
import { EndpointSecrets } from './endpoint-secrets';
import { WebhookEndpointsRepository } from './endpoints.repository';
import { WebhookEndpointNotFound } from '../webhooks.errors';

/** Gives an endpoint a new secret; deliveries are signed with the old one too for a day. @throws WebhookEndpointNotFound */
@Injectable()
export class RotateWebhookSecret {
  constructor(
    private readonly database: Database,
    private readonly secrets: EndpointSecrets,
    private readonly endpoints: WebhookEndpointsRepository,
  ) {}

  run(ctx: RequestContext, id: string): Promise<EndpointWithSecret> {
    return this.database.transaction(async (tx) => {
      const existing = await this.endpoints.lockForUpdate(tx, ctx.storeId, id);
      if (existing === null) throw new WebhookEndpointNotFound();
      await ctx.idempotency.claim(tx);
      const secret = this.secrets.generate();
      const sealed = this.secrets.rotate(ctx.storeId, existing.id, existing.sealed, secret);
      const value = await this.endpoints.save(tx, { ...existing, sealed });
      // The response stored for a retry does not contain the secret.
      await storeResponse(ctx, tx, { value });
      return { ...value, secret };
    });
  }
}
