import { keysOf } from '@tandem/objects';

/** Drops the undefined properties of a change, so that it can be spread over the current values. */
export function omitUndefined<T extends object>(changes: T): Partial<T> {
  const defined: Partial<T> = {};
  for (const key of keysOf(changes)) if (changes[key] !== undefined) defined[key] = changes[key];
  return defined;
}
