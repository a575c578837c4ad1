import type { OrderDetails } from '@tandem/checkout';
import type { EventResource, OutboxEvent } from '@tandem/outbox';
import type { Scheme } from '../endpoints/endpoint';
import type { Message } from './signature';

/** How an event is written for those outside: a dialect's matter, for it alone knows how an id is spelled. Pure. */
export interface EventWriter {
  /** What the event is about, as the dialect's API serializes it; `order` is read at the first attempt. */
  resourceOf(event: OutboxEvent, order: OrderDetails): EventResource;
  /** `resource` is null where the scheme does not need it. */
  write(event: OutboxEvent, scheme: Scheme, resource: EventResource | null): Message;
}

/** The token by which the server gives the sender its dialect's writer. */
export const EVENT_WRITER = Symbol('EVENT_WRITER');
