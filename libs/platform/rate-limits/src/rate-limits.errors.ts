import { CoreError } from '@tandem/context';

/** Too many requests within a minute. */
export class RateLimited extends CoreError {
  readonly code = 'rate_limit_exceeded';
  readonly kind = 'limited';

  /** When the minute is over. */
  constructor(override readonly retryAfterSeconds: number) {
    super('Too many requests. Please retry later.');
  }
}
