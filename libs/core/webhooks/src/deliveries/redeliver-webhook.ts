import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import { WebhookDeliveriesRepository } from './deliveries.repository';
import type { WebhookDelivery } from './delivery';
import { WebhookEndpointsRepository } from '../endpoints/endpoints.repository';
import {
  WebhookDeliveryNotFound,
  WebhookEndpointInactive,
  WebhookEndpointNotFound,
} from '../webhooks.errors';

export interface DeliveryRef {
  readonly endpointId: string;
  readonly id: string;
}

/**
 * Resends an event at once as a new delivery with the same event id, whatever the first delivery's result, and even if
 * its endpoint's breaker is open.
 * @throws WebhookEndpointNotFound, WebhookEndpointInactive, WebhookDeliveryNotFound
 */
@Injectable()
export class RedeliverWebhook {
  constructor(
    private readonly database: Database,
    private readonly endpoints: WebhookEndpointsRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
  ) {}

  run(ctx: RequestContext, ref: DeliveryRef): Promise<WebhookDelivery> {
    const { storeId } = ctx;
    return this.database.transaction(async (tx) => {
      const { endpointId, eventId, id: redeliveryOf } = await this.findFirst(tx, storeId, ref);
      await ctx.idempotency.claim(tx);
      const id = newId();
      await this.deliveries.insert(tx, storeId, [{ id, endpointId, eventId, redeliveryOf }]);
      // Later events of the order wait for the original delivery, so it is sent at once too.
      await this.deliveries.sendSooner(tx, storeId, redeliveryOf);
      await this.endpoints.setBreaker(tx, storeId, endpointId, { failures: 0, holdSeconds: null });
      const value = await this.deliveries.findById(tx, storeId, endpointId, id);
      if (value === null) throw new WebhookDeliveryNotFound();
      return getOrThrow(await storeResponse(ctx, tx, { value }));
    });
  }

  private async findFirst(
    tx: Tx,
    storeId: string,
    { endpointId, id }: DeliveryRef,
  ): Promise<WebhookDelivery> {
    const endpoint = await this.endpoints.lockForUpdate(tx, storeId, endpointId);
    if (endpoint === null) throw new WebhookEndpointNotFound();
    const findFirst = await this.deliveries.findById(tx, storeId, endpoint.id, id);
    if (findFirst === null) throw new WebhookDeliveryNotFound();
    if (!endpoint.active) throw new WebhookEndpointInactive();
    return findFirst;
  }
}
