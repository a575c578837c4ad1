import { Injectable } from '@nestjs/common';
import { answer, unwrap, type RequestContext } from '@tandem/context';
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
 * Sends an event again, as a delivery of its own with the event's own id: whatever came of the first, and at once, though its
 * endpoint's breaker is open.
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
      const { endpointId, eventId, id: redeliveryOf } = await this.first(tx, storeId, ref);
      await ctx.idempotency.claim(tx);
      const id = newId();
      await this.deliveries.insert(tx, storeId, [{ id, endpointId, eventId, redeliveryOf }]);
      // Its order's later events wait for it, not for this one.
      await this.deliveries.bringForward(tx, storeId, redeliveryOf);
      await this.endpoints.setBreaker(tx, storeId, endpointId, { failures: 0, holdSeconds: null });
      const value = await this.deliveries.find(tx, storeId, endpointId, id);
      if (value === null) throw new WebhookDeliveryNotFound();
      return unwrap(await answer(ctx, tx, { value }));
    });
  }

  private async first(tx: Tx, storeId: string, { endpointId, id }: DeliveryRef): Promise<WebhookDelivery> {
    const endpoint = await this.endpoints.lock(tx, storeId, endpointId);
    if (endpoint === null) throw new WebhookEndpointNotFound();
    const first = await this.deliveries.find(tx, storeId, endpoint.id, id);
    if (first === null) throw new WebhookDeliveryNotFound();
    if (!endpoint.active) throw new WebhookEndpointInactive();
    return first;
  }
}
