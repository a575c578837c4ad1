import { CoreError } from '@tandem/context';

export class IdempotencyKeyTooLong extends CoreError {
  readonly code = 'idempotency_key_too_long';
  readonly kind = 'invalid';

  constructor() {
    super('Idempotency-Key must be 255 characters or less.');
  }
}

/** The key was used before, by the same caller, for another request. */
export class IdempotencyKeyReused extends CoreError {
  readonly code = 'idempotency_key_reused';
  readonly kind = 'conflict';

  constructor() {
    super('Idempotency-Key was already used with a different request.');
  }
}

/** The first request with the key is still running after the wait. */
export class IdempotencyKeyInUse extends CoreError {
  readonly code = 'idempotency_key_in_use';
  readonly kind = 'conflict';

  constructor() {
    super('A request with this Idempotency-Key is still being processed. Try again shortly.');
  }
}

/** Another process took the request over while this one was stalled: it may write nothing more. */
export class LeaseLost extends CoreError {
  readonly code = 'lease_lost';
  readonly kind = 'unknown';
  override readonly log = 'warn';

  constructor() {
    super('The request was taken over by another process. Try again shortly.');
  }
}
