import { defineError } from '@tandem/context';

/** No provider has this hook path. */
export class HookNotFound extends defineError('hook_not_found', 'not_found', 'Webhook not found') {}

/** The event is not authentic. */
export class EventNotGenuine extends defineError(
  'event_not_genuine',
  'unauthorized',
  (reason: string) => `The event was refused: ${reason}`,
) {}

/**
 * The signature could not be checked, or not against every secret: nothing was stored, and the gateway may send it again. The
 * reason is logged once, so that forged events do not fill the log.
 */
export class EventNotVerified extends defineError(
  'event_not_verified',
  'unknown',
  'The event could not be verified',
  { retryAfterSeconds: 60 },
) {}

/** Its session may not have been committed yet. */
export class SubjectUnknown extends defineError(
  'nothing_known',
  'conflict',
  (externalId: string) => `No session or payment has the id ${externalId}`,
) {}

/** Another event with the gateway's id was already handled. */
export class DuplicateEvent extends defineError(
  'duplicate_event',
  'conflict',
  (message: string) => message,
) {}

export class EventNotFound extends defineError(
  'payment_event_not_found',
  'not_found',
  'Payment event not found',
) {}

/** Only parked or refused events can be replayed. */
export class EventNotReplayable extends defineError(
  'payment_event_not_replayable',
  'conflict',
  (state: string) => `An event that is ${state} cannot be replayed`,
) {}
