import type { ProviderVerb } from '@tandem/provider-kit';

// No call is still on its way two minutes after it was last sent (its limit is 10 s): if the gateway knows nothing of it
// then, it never will.
const ABANDON_AFTER_SECONDS = 120;

// A gateway that has not heard five sendings over a minute is down; each sending puts off the giving up.
const MOST_SENDINGS = 5;

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
  answer: 'unknown' | 'never_received',
  operation: Unsettled,
): 'wait' | 'abandon' | 'send_again' {
  if (answer === 'unknown' || operation.isAtWork) return 'wait';
  if (isAbandoned(operation)) return 'abandon';
  return operation.needsShopper || operation.attempts >= MOST_SENDINGS ? 'wait' : 'send_again';
}

/** Nobody waits for a session to be closed, and nobody asks for it again: that is abandoned only after all its sendings. */
function isAbandoned({ verb, attempts, sentSecondsAgo }: Unsettled): boolean {
  if (sentSecondsAgo <= ABANDON_AFTER_SECONDS) return false;
  return verb !== 'cancel_session' || attempts >= MOST_SENDINGS;
}
