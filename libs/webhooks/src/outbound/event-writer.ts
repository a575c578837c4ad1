import type { OutboxEvent } from '@tandem/events';
import type { Scheme } from './endpoint';
import type { Message } from './signature';

/** How an event is written for those outside: a dialect's matter, for it alone knows how an id is spelled. Pure. */
export type EventWriter = (event: OutboxEvent, scheme: Scheme) => Message;

/** The token by which the server gives the sender its dialect's writer. */
export const EVENT_WRITER = Symbol('EVENT_WRITER');
