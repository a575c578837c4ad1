import { omitUndefined } from '@tandem/context';
import { EVENT_TYPES } from '@tandem/outbox';
import { listensTo, type CreateWebhookEndpointInput } from '@tandem/webhooks';
import { FieldInvalid } from '../../errors/spree-errors';
import { textWithoutCard } from '../../spree-text.mapper';
import type { CreateWebhookEndpointDto, UpdateWebhookEndpointDto } from './webhook-endpoint.dto';

// More than there are events and patterns.
const MAX_PATTERNS = 50;

const ALL = ['*'];

/** @throws FieldInvalid */
export function toCreateWebhookEndpoint(body: CreateWebhookEndpointDto): CreateWebhookEndpointInput {
  const { url, active = true, scheme = 'standard' } = body;
  const { events = ALL, description = null } = toNamed(body);
  return { url, events, active, scheme, description };
}

/** Omitted fields stay unchanged. @throws FieldInvalid */
export function toUpdateWebhookEndpoint(body: UpdateWebhookEndpointDto): Partial<CreateWebhookEndpointInput> {
  const { url, active, scheme } = body;
  return omitUndefined({ url, active, scheme, ...toNamed(body) });
}

/** The fields that have two names. @throws FieldInvalid */
function toNamed(body: UpdateWebhookEndpointDto): Partial<CreateWebhookEndpointInput> {
  const events = oneOf('subscriptions events', body.subscriptions, body.events);
  const description = oneOf('name description', body.name, body.description);
  const field = body.subscriptions === undefined ? 'events' : 'subscriptions';
  return {
    events: events && patternsIn(field, events),
    description: textWithoutCard('description', description),
  };
}

/** A field under either of its names. @throws FieldInvalid if they differ: one of them would be ignored */
function oneOf<T>(names: string, one: T | undefined, other: T | undefined): T | undefined {
  const [name = '', alias] = names.split(' ');
  if (one !== undefined && other !== undefined && JSON.stringify(one) !== JSON.stringify(other)) {
    throw new FieldInvalid(name, `is not the same as ${alias}`);
  }
  return one === undefined ? other : one;
}

/** A pattern that matches no event is a mistake and is rejected. @throws FieldInvalid */
function patternsIn(field: string, patterns: readonly string[]): readonly string[] {
  if (patterns.length === 0) return ALL;
  if (patterns.length > MAX_PATTERNS) throw new FieldInvalid(field, `must be at most ${MAX_PATTERNS}`);
  const idle = patterns.find((pattern) => !EVENT_TYPES.some((type) => listensTo([pattern], type)));
  if (idle === undefined) return patterns;
  throw new FieldInvalid(field, `must each name an event or a group of them (${EVENT_TYPES.join(', ')})`);
}
