import type { ProviderVerb } from '@tandem/provider-kit';

// Calls time out after 10 s, so none is in flight two minutes after it was sent: what the gateway has not received by
// then it never will.
const ABANDON_AFTER_SECONDS = 120;

// A gateway that did not receive five attempts over a minute is down; each attempt postpones the abandonment.
const MAX_SENDS = 5;

/** An open operation, as far as it says what becomes of it. */
export interface Unsettled {
  readonly verb: ProviderVerb;
  /** How often it was sent. */
  readonly attempts: number;
  readonly sentSecondsAgo: number;
  /** Its gateway has taken it on, and is still at work. */
  readonly isAtWork: boolean;
  /** Data came with it that is not stored: it cannot be sent again. */
  readonly needsShopper: boolean;
}

/**
 * What becomes of an open operation whose gateway has no outcome for it:
 * - `wait`: no clear answer, the gateway is at work on it, it needs what only the shopper's page has, or it was sent often enough;
 * - `abandon`: the gateway never received it, and it is too old to be on its way still;
 * - `send_again`: with the same key.
 */
export function unsettledStep(
  response: 'unknown' | 'never_received',
  operation: Unsettled,
): 'wait' | 'abandon' | 'send_again' {
  if (response === 'unknown' || operation.isAtWork) return 'wait';
  if (isAbandoned(operation)) return 'abandon';
  return operation.needsShopper || operation.attempts >= MAX_SENDS ? 'wait' : 'send_again';
}

/** No caller retries a session's cancellation, so it is abandoned only after all its attempts. */
function isAbandoned({ verb, attempts, sentSecondsAgo }: Unsettled): boolean {
  if (sentSecondsAgo <= ABANDON_AFTER_SECONDS) return false;
  return verb !== 'cancel_session' || attempts >= MAX_SENDS;
}
