import { setImmediate as others } from 'node:timers/promises';
import type { PipeTransform } from '@nestjs/common';

/**
 * Parses an id of a path. Nest runs all pipes of a route at once: a malformed id waits for the others, so that what is wrong with
 * the body or the query is said first, as it is for an id that nothing has.
 */
export function pathId<T, Path = string>(
  parse: (path: Path) => T | null,
  notFound: (path: Path) => Error,
): PipeTransform<Path, T | Promise<T>> {
  return { transform: (path) => parse(path) ?? refuse(notFound(path)) };
}

async function refuse(error: Error): Promise<never> {
  await others();
  throw error;
}
