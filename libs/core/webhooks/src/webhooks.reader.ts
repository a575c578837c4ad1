import { Injectable } from '@nestjs/common';
import type { Page, Paging, RequestContext } from '@tandem/context';
import { WebhookDeliveriesRepository } from './deliveries/deliveries.repository';
import type { WebhookDelivery } from './deliveries/delivery';
import type { WebhookEndpoint } from './endpoints/endpoint';
import { WebhookEndpointsRepository } from './endpoints/endpoints.repository';
import { WebhookEndpointNotFound } from './webhooks.errors';

/** A store's endpoints and their deliveries, for staff. */
@Injectable()
export class WebhooksReader {
  constructor(
    private readonly endpoints: WebhookEndpointsRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
  ) {}

  findPage(ctx: RequestContext, paging: Paging): Promise<Page<WebhookEndpoint>> {
    return this.endpoints.findPage(ctx.storeId, paging);
  }

  /** @throws WebhookEndpointNotFound */
  async get(ctx: RequestContext, id: string): Promise<WebhookEndpoint> {
    const endpoint = await this.endpoints.findById(ctx.storeId, id);
    if (endpoint === null) throw new WebhookEndpointNotFound();
    return endpoint;
  }

  /** Newest first. @throws WebhookEndpointNotFound */
  async findDeliveries(
    ctx: RequestContext,
    endpointId: string,
    paging: Paging,
  ): Promise<Page<WebhookDelivery>> {
    const { id } = await this.get(ctx, endpointId);
    return this.deliveries.findPage(ctx.storeId, id, paging);
  }
}
