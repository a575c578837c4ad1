import { defineError } from '@tandem/context';

/** Too many requests within a minute. */
export class RateLimited extends defineError(
  'rate_limit_exceeded',
  'limited',
  'Too many requests. Please retry later.',
) {
  /** When the minute is over. */
  constructor(override readonly retryAfterSeconds: number) {
    super();
  }
}
