import { defineError } from '@tandem/context';

export class IdempotencyKeyTooLong extends defineError(
  'idempotency_key_too_long',
  'invalid',
  'Idempotency-Key must be 255 characters or less.',
) {}

/** The same caller used the key for a different request. */
export class IdempotencyKeyReused extends defineError(
  'idempotency_key_reused',
  'conflict',
  'Idempotency-Key was already used with a different request.',
) {}

/** The first request with the key is still running after the wait. */
export class IdempotencyKeyInUse extends defineError(
  'idempotency_key_in_use',
  'conflict',
  'A request with this Idempotency-Key is still being processed. Try again shortly.',
) {}

/** Another process took the request over while this one was stalled: this one may write nothing more. */
export class LeaseLost extends defineError(
  'lease_lost',
  'unknown',
  'The request was taken over by another process. Try again shortly.',
  { log: 'warn' },
) {}
