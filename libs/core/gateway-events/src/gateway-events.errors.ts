import { CoreError } from '@tandem/context';

/** No provider answers at the path. */
export class HookNotFound extends CoreError {
  readonly code = 'hook_not_found';
  readonly kind = 'not_found';

  constructor() {
    super('Webhook not found');
  }
}

/** What came to a hook is not its gateway's. */
export class EventNotGenuine extends CoreError {
  readonly code = 'event_not_genuine';
  readonly kind = 'unauthorized';

  constructor(reason: string) {
    super(`The event was refused: ${reason}`);
  }
}

/**
 * Its signature could not be checked, or not against every secret: nothing was stored, and the gateway may send it again. Why is in
 * the log, once: forged events do not fill it.
 */
export class EventNotVerified extends CoreError {
  readonly code = 'event_not_verified';
  readonly kind = 'unknown';
  override readonly retryAfterSeconds = 60;

  constructor() {
    super('The event could not be verified');
  }
}

/** It may be of a session whose making has not been written yet. */
export class NothingKnown extends CoreError {
  readonly code = 'nothing_known';
  readonly kind = 'conflict';

  constructor(externalId: string) {
    super(`No session or payment is known as ${externalId}`);
  }
}

/** The gateway's id of it stands with another event already. */
export class DuplicateEvent extends CoreError {
  readonly code = 'duplicate_event';
  readonly kind = 'conflict';
}

export class EventNotFound extends CoreError {
  readonly code = 'payment_event_not_found';
  readonly kind = 'not_found';

  constructor() {
    super('Payment event not found');
  }
}

/** Only what was parked or refused is tried again. */
export class EventNotReplayable extends CoreError {
  readonly code = 'payment_event_not_replayable';
  readonly kind = 'conflict';

  constructor(state: string) {
    super(`An event that is ${state} cannot be replayed`);
  }
}
