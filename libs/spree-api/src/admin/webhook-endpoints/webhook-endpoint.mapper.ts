import { given } from '@tandem/context';
import { EVENT_TYPES } from '@tandem/events';
import { listensTo, type AddWebhookEndpointInput } from '@tandem/webhooks';
import { FieldInvalid } from '../../spree-errors';
import { textWithoutCard } from '../../spree-text.mapper';
import type { AddWebhookEndpointDto, ChangeWebhookEndpointDto } from './webhook-endpoint.dto';

// More than there are events and their globs.
const MOST_GLOBS = 50;

const ALL = ['*'];

/** @throws FieldInvalid */
export function toAddWebhookEndpoint(body: AddWebhookEndpointDto): AddWebhookEndpointInput {
  const { url, events = ALL, active = true, scheme = 'standard', description = null } = body;
  return {
    url,
    events: globsIn(events),
    active,
    scheme,
    description: textWithoutCard('description', description),
  };
}

/** What is left out stays. @throws FieldInvalid */
export function toChangeWebhookEndpoint(body: ChangeWebhookEndpointDto): Partial<AddWebhookEndpointInput> {
  const { url, events, active, scheme, description } = body;
  return given({
    url,
    events: events && globsIn(events),
    active,
    scheme,
    description: textWithoutCard('description', description),
  });
}

/** One that nothing would ever answer to is a slip, and is said now. */
function globsIn(events: readonly string[]): readonly string[] {
  if (events.length === 0) return ALL;
  if (events.length > MOST_GLOBS) throw new FieldInvalid('events', `must be at most ${MOST_GLOBS}`);
  const idle = events.find((glob) => !EVENT_TYPES.some((type) => listensTo([glob], type)));
  if (idle === undefined) return events;
  throw new FieldInvalid('events', `must each name an event or a group of them (${EVENT_TYPES.join(', ')})`);
}
