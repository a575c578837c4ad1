import { given } from '@tandem/context';
import { EVENT_TYPES } from '@tandem/outbox';
import { listensTo, type AddWebhookEndpointInput } from '@tandem/webhooks';
import { FieldInvalid } from '../../errors/spree-errors';
import { textWithoutCard } from '../../spree-text.mapper';
import type { AddWebhookEndpointDto, ChangeWebhookEndpointDto } from './webhook-endpoint.dto';

// More than there are events and their patterns.
const MOST_PATTERNS = 50;

const ALL = ['*'];

/** @throws FieldInvalid */
export function toAddWebhookEndpoint(body: AddWebhookEndpointDto): AddWebhookEndpointInput {
  const { url, active = true, scheme = 'standard' } = body;
  const { events = ALL, description = null } = toNamed(body);
  return { url, events, active, scheme, description };
}

/** What is left out stays. @throws FieldInvalid */
export function toChangeWebhookEndpoint(body: ChangeWebhookEndpointDto): Partial<AddWebhookEndpointInput> {
  const { url, active, scheme } = body;
  return given({ url, active, scheme, ...toNamed(body) });
}

/** What has two names. @throws FieldInvalid */
function toNamed(body: ChangeWebhookEndpointDto): Partial<AddWebhookEndpointInput> {
  const events = oneOf('subscriptions events', body.subscriptions, body.events);
  const description = oneOf('name description', body.name, body.description);
  const field = body.subscriptions === undefined ? 'events' : 'subscriptions';
  return {
    events: events && patternsIn(field, events),
    description: textWithoutCard('description', description),
  };
}

/** One thing by either name. @throws FieldInvalid where they say different things: one of them would be ignored */
function oneOf<T>(names: string, one: T | undefined, other: T | undefined): T | undefined {
  const [name = '', alias] = names.split(' ');
  if (one !== undefined && other !== undefined && JSON.stringify(one) !== JSON.stringify(other)) {
    throw new FieldInvalid(name, `is not the same as ${alias}`);
  }
  return one === undefined ? other : one;
}

/** One that no event would ever match is a slip, and is said now. @throws FieldInvalid */
function patternsIn(field: string, patterns: readonly string[]): readonly string[] {
  if (patterns.length === 0) return ALL;
  if (patterns.length > MOST_PATTERNS) throw new FieldInvalid(field, `must be at most ${MOST_PATTERNS}`);
  const idle = patterns.find((pattern) => !EVENT_TYPES.some((type) => listensTo([pattern], type)));
  if (idle === undefined) return patterns;
  throw new FieldInvalid(field, `must each name an event or a group of them (${EVENT_TYPES.join(', ')})`);
}
