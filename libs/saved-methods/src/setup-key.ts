import { createHash } from 'node:crypto';

/** The key a gateway is sent: the same for every attempt at the same thing, and no two things have the same. */
export function setupKey(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}
