import { Inject, Injectable } from '@nestjs/common';
import { OrderDetailsReader } from '@tandem/checkout';
import { Database } from '@tandem/database';
import { Events, type EventResource } from '@tandem/outbox';
import type { DeliveryToSend } from '../deliveries/delivery';
import { EVENT_WRITER, type EventWriter } from './event-writer';
import type { Message } from './signature';

/**
 * Serializes an event, with the same text at each attempt. Spree's scheme sends the resource itself: it is read at the first
 * attempt and stored with the event. (Reading it in the payment's transaction would cost each payment a dozen statements.)
 */
@Injectable()
export class WriteMessage {
  constructor(
    private readonly database: Database,
    private readonly orders: OrderDetailsReader,
    private readonly events: Events,
    @Inject(EVENT_WRITER) private readonly writer: EventWriter,
  ) {}

  async run(toSend: DeliveryToSend): Promise<Message> {
    const { event, endpoint } = toSend;
    const resource = endpoint.scheme === 'spree' ? await this.resourceOf(toSend) : null;
    return this.writer.write(event, endpoint.scheme, resource);
  }

  private async resourceOf({ event, resource }: DeliveryToSend): Promise<EventResource> {
    if (resource !== null) return resource;
    const order = await this.orders.reload(this.database, { storeId: event.storeId, id: event.orderId });
    return this.events.storeResource(event, this.writer.resourceOf(event, order));
  }
}
