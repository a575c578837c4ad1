import { createHash } from 'node:crypto';
import type { ProviderVerb } from '@tandem/provider-kit';

/** The key of a call: the same for every attempt at the same thing, and no two things have the same. */
export function keyOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}

/** From the seed of the client's own key, so that a retry on any process sends the same. Never made anew per attempt. */
export function requestKey(seed: string, verb: ProviderVerb, targetId: string): string {
  return keyOf(seed, verb, targetId);
}

/** Without a client's key: from the target (UUID) and a number that is taken under its lock. */
export function numberedKey(targetId: string, verb: ProviderVerb, number: number): string {
  return keyOf(targetId, verb, String(number));
}
