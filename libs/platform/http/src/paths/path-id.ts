import { setImmediate as others } from 'node:timers/promises';
import type { PipeTransform } from '@nestjs/common';

/**
 * Parses an id in a path. Nest runs all pipes of a route concurrently: a malformed id waits for the others, so that errors in the
 * body or query are reported first, as they are for an unknown id.
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
