import { Injectable } from '@nestjs/common';
import { storeResponse, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { EndpointWithSecret, WebhookEndpoint } from './endpoint';
import { EndpointSecrets } from './endpoint-secrets';
import { WebhookEndpointsRepository } from './endpoints.repository';
import { Targets } from '../sending/targets';

export type CreateWebhookEndpointInput = Pick<
  WebhookEndpoint,
  'url' | 'events' | 'scheme' | 'description' | 'active'
>;

/** Creates an endpoint. The secret is only in this response, not in the one stored for a retry. @throws TargetRefused */
@Injectable()
export class CreateWebhookEndpoint {
  constructor(
    private readonly database: Database,
    private readonly targets: Targets,
    private readonly secrets: EndpointSecrets,
    private readonly endpoints: WebhookEndpointsRepository,
  ) {}

  async run(ctx: RequestContext, input: CreateWebhookEndpointInput): Promise<EndpointWithSecret> {
    await this.targets.check(input.url);
    const { storeId } = ctx;
    const id = newId();
    const secret = this.secrets.generate();
    const sealed = this.secrets.seal(storeId, id, secret);
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      const value = await this.endpoints.save(tx, { ...input, storeId, id, sealed });
      await storeResponse(ctx, tx, { value });
      return { ...value, secret };
    });
  }
}
