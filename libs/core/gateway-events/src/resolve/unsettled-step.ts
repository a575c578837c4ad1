import type { ProviderVerb } from '@tandem/provider-kit';

// Calls time out after 10 s, so none is in flight two minutes after it was sent: what the gateway has not received by
// then it never will.
const ABANDON_AFTER_SECONDS = 120;

// A gateway that did not receive five attempts over a minute is down; each attempt postpones the abandonment.
const MAX_SENDS = 5;

/** The parts of an open operation that decide its next step. */
export interface Unsettled {
  readonly verb: ProviderVerb;
  /** How often it was sent. */
  readonly attempts: number;
  readonly sentSecondsAgo: number;
  /** The gateway accepted it and is still processing it. */
  readonly isAtWork: boolean;
  /** It was sent with data that is not stored, so it cannot be sent again. */
  readonly needsShopper: boolean;
}

/**
 * The next step for an open operation whose outcome the gateway does not report:
 * - `wait`: no clear response, the gateway is still processing it, it needs data that only the shopper's page has, or it was sent
 *   the maximum number of times;
 * - `abandon`: the gateway never received it, and it is too old to be in flight;
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
