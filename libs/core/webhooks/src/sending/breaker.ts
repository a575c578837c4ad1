// One failure may be a deployment; after five in a row the endpoint is down.
const OPENS_AT = 5;

// Doubling from five seconds to ten minutes: a recovered endpoint is noticed soon, a dead one costs little.
const PAUSES_SECONDS = [5, 10, 20, 40, 80, 160, 320, 600] as const;
const MAX_PAUSE_SECONDS = 600;

/** An endpoint's circuit breaker: its consecutive failures. */
export interface Breaker {
  readonly failures: number;
}

/** The new state, and for how long nothing is sent; null if it is closed. */
export interface BreakerChange extends Breaker {
  readonly holdSeconds: number | null;
}

/** Open: only one probe is sent when the pause ends. */
export function isOpen({ failures }: Breaker): boolean {
  return failures >= OPENS_AT;
}

/**
 * The change after an attempt that began when the breaker was `seen`; null if nothing changes.
 * - a 2xx response closes it;
 * - a failure counts, and the fifth in a row opens it;
 * - while it is open only its probe counts, because earlier deliveries give no new information.
 */
export function breakerAfter(now: Breaker, seen: Breaker, isDelivered: boolean): BreakerChange | null {
  if (isDelivered) return now.failures === 0 ? null : { failures: 0, holdSeconds: null };
  if (isOpen(now) && now.failures !== seen.failures) return null;
  const failures = now.failures + 1;
  return { failures, holdSeconds: pauseAfterFailures(failures) };
}

function pauseAfterFailures(failures: number): number | null {
  if (!isOpen({ failures })) return null;
  return PAUSES_SECONDS[failures - OPENS_AT] ?? MAX_PAUSE_SECONDS;
}
