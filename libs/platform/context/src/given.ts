import { keysOf } from '@tandem/objects';

/** Changes without what was left out, to be laid over what is there. */
export function given<T extends object>(changes: T): Partial<T> {
  const given: Partial<T> = {};
  for (const key of keysOf(changes)) if (changes[key] !== undefined) given[key] = changes[key];
  return given;
}
