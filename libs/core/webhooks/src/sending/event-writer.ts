import type { OrderDetails } from '@tandem/checkout';
import type { EventResource, OutboxEvent } from '@tandem/outbox';
import type { Scheme } from '../endpoints/endpoint';
import type { Message } from './signature';

/** Serializes an event for subscribers; implemented by a dialect, which formats public ids. Pure. */
export interface EventWriter {
  /** The event's subject, as the dialect's API serializes it; `order` is read at the first attempt. */
  resourceOf(event: OutboxEvent, order: OrderDetails): EventResource;
  /** `resource` is null if the scheme does not need it. */
  write(event: OutboxEvent, scheme: Scheme, resource: EventResource | null): Message;
}

/** Nest token of the dialect's event writer, provided by the server. */
export const EVENT_WRITER = Symbol('EVENT_WRITER');
