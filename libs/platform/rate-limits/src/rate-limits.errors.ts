import { defineError } from '@tandem/context';

/** Too many requests within a minute. */
export class RateLimited extends defineError(
  'rate_limit_exceeded',
  'limited',
  'Too many requests. Please retry later.',
) {
  /** Seconds until the minute ends. */
  constructor(override readonly retryAfterSeconds: number) {
    super();
  }
}
