import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { Events, type EventListener, type Interest, type NumberedEvent } from '@tandem/outbox';
import { newId } from '@tandem/ids';
import { WebhookDeliveriesRepository, type NewDelivery } from './deliveries.repository';
import { listensTo, type WebhookEndpoint } from '../endpoints/endpoint';
import { WebhookEndpointsRepository } from '../endpoints/endpoints.repository';

type ListeningEndpoint = Pick<WebhookEndpoint, 'id' | 'events'>;

/** Creates the deliveries of an event, in the transaction that publishes it. */
@Injectable()
export class QueueEvents implements EventListener, OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly endpoints: WebhookEndpointsRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
  ) {}

  onModuleInit(): void {
    this.events.listen(this);
  }

  async findInterest(tx: Tx, storeId: string): Promise<Interest | null> {
    const endpoints = await this.endpoints.findListening(tx, storeId);
    if (endpoints.length === 0) return null;
    return {
      wants: (type) => endpoints.some(({ events }) => listensTo(events, type)),
      record: (taker, events) => this.plan(taker, storeId, endpoints, events),
    };
  }

  private async plan(
    tx: Tx,
    storeId: string,
    endpoints: readonly ListeningEndpoint[],
    events: readonly NumberedEvent[],
  ): Promise<void> {
    const planned = events.flatMap((event) =>
      endpoints
        .filter((endpoint) => listensTo(endpoint.events, event.type))
        .map((endpoint) => planOf(event, endpoint.id)),
    );
    await this.deliveries.insert(tx, storeId, planned);
  }
}

function planOf({ id: eventId, orderId, position }: NumberedEvent, endpointId: string): NewDelivery {
  return { id: newId(), endpointId, eventId, redeliveryOf: null, orderId, position };
}
