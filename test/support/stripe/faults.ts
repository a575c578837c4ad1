/** How the connection to the gateway, or the gateway itself, can fail. Each fault applies to one matching request. */
export type Fault =
  | { readonly does: 'wait'; readonly ms: number }
  /** The connection is cut before the request is executed. */
  | { readonly does: 'cut before' }
  /** The request is executed, and the response is lost. */
  | { readonly does: 'cut after' }
  | { readonly does: 'answer before' | 'answer after'; readonly status: 409 | 429 | 500 }
  | { readonly does: 'empty answer' | 'truncated answer' | 'no json' };

export interface FaultFor {
  readonly fault: Fault;
  /** Which requests, e.g. `POST /v1/refunds`. Default: the next POST. */
  readonly route?: RegExp;
}

/** The remaining faults, oldest first. */
export class Faults {
  private readonly coming: FaultFor[] = [];

  add(...faults: readonly FaultFor[]): void {
    this.coming.push(...faults);
  }

  /** Removes and returns the first fault that matches a request. */
  take(route: string): Fault | null {
    const place = this.coming.findIndex(({ route: of = /^POST / }) => of.test(route));
    const [found] = place < 0 ? [] : this.coming.splice(place, 1);
    return found?.fault ?? null;
  }

  get left(): number {
    return this.coming.length;
  }

  clear(): void {
    this.coming.length = 0;
  }
}

export const ERRORS = {
  409: {
    type: 'invalid_request_error',
    code: 'idempotency_key_in_use',
    message: 'There is currently another in-progress request using this Stripe-Idempotency-Key',
  },
  429: { type: 'invalid_request_error', code: 'rate_limit', message: 'Request rate limit exceeded' },
  500: { type: 'api_error', message: 'An unknown error occurred' },
} as const;
