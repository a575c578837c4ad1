import { createHash } from 'node:crypto';
import type { ProviderVerb } from '@tandem/provider-kit';

/** The idempotency key of a call: the same for every attempt, and different for every other call. */
export function keyOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}

/** Derived from the client's key, so that a retry on any process sends the same key. */
export function requestKey(seed: string, verb: ProviderVerb, targetId: string): string {
  return keyOf(seed, verb, targetId);
}

/** Without a client key: from the target (UUID) and a number that is counted while it is locked. */
export function numberedKey(targetId: string, verb: ProviderVerb, number: number): string {
  return keyOf(targetId, verb, String(number));
}
