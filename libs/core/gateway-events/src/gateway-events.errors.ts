import { defineError } from '@tandem/context';

/** No provider answers at the path. */
export class HookNotFound extends defineError('hook_not_found', 'not_found', 'Webhook not found') {}

/** What came to a hook is not its gateway's. */
export class EventNotGenuine extends defineError(
  'event_not_genuine',
  'unauthorized',
  (reason: string) => `The event was refused: ${reason}`,
) {}

/**
 * Its signature could not be checked, or not against every secret: nothing was stored, and the gateway may send it again. Why is in
 * the log, once: forged events do not fill it.
 */
export class EventNotVerified extends defineError(
  'event_not_verified',
  'unknown',
  'The event could not be verified',
  { retryAfterSeconds: 60 },
) {}

/** It may be of a session whose making has not been written yet. */
export class NothingKnown extends defineError(
  'nothing_known',
  'conflict',
  (externalId: string) => `No session or payment is known as ${externalId}`,
) {}

/** The gateway's id of it stands with another event already. */
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

/** Only what was parked or refused is tried again. */
export class EventNotReplayable extends defineError(
  'payment_event_not_replayable',
  'conflict',
  (state: string) => `An event that is ${state} cannot be replayed`,
) {}
