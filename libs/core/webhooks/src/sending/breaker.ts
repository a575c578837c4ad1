// One failure is a deployment; five in a row are an endpoint that is down.
const OPENS_AT = 5;

// Doubling from five seconds to ten minutes: an endpoint that is back is noticed soon, one that is gone costs little.
const HOLDS_SECONDS = [5, 10, 20, 40, 80, 160, 320, 600] as const;
const LONGEST_HOLD_SECONDS = 600;

/** What an endpoint's breaker has seen: failures in a row. */
export interface Breaker {
  readonly failures: number;
}

/** What it becomes, and for how long nothing is sent; null where it is closed. */
export interface BreakerChange extends Breaker {
  readonly holdSeconds: number | null;
}

/** Open: one probe is sent when its hold is over, and nothing else. */
export function isOpen({ failures }: Breaker): boolean {
  return failures >= OPENS_AT;
}

/**
 * After an attempt that began when the breaker was `seen`; null where nothing changes.
 * - an answer of 2xx closes it;
 * - a failure counts, and the fifth in a row opens it;
 * - while it is open only its probe counts: what was sent before it opened says nothing new.
 */
export function breakerAfter(now: Breaker, seen: Breaker, isDelivered: boolean): BreakerChange | null {
  if (isDelivered) return now.failures === 0 ? null : { failures: 0, holdSeconds: null };
  if (isOpen(now) && now.failures !== seen.failures) return null;
  const failures = now.failures + 1;
  return { failures, holdSeconds: holdAfter(failures) };
}

function holdAfter(failures: number): number | null {
  if (!isOpen({ failures })) return null;
  return HOLDS_SECONDS[failures - OPENS_AT] ?? LONGEST_HOLD_SECONDS;
}
