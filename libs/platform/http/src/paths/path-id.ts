import type { PipeTransform } from '@nestjs/common';

/**
 * Parses an id in a path. Nest runs all pipes of a route concurrently: a malformed id waits for the others, so that errors in the
 * body or query are reported first, as they are for an unknown id.
 */
export function pathId<T, Path = string>(
  parse: (path: Path) => T | null,
  notFound: (path: Path) => Error,
): PipeTransform<Path, T | Promise<T>> {
  return { transform: (path) => parse(path) ?? afterOthers(notFound(path)) };
}

/** The parsed value; throws the error for malformed text. */
export function foundOr<T>(read: T | null, notFound: () => Error): T {
  if (read === null) throw notFound();
  return read;
}

const waiting: (() => void)[] = [];

/** Nest runs the pipe of a route's last parameter first, so of several malformed ids the last one found is the first in the path. */
function afterOthers(error: Error): Promise<never> {
  return new Promise((_, refuse) => {
    if (waiting.push(() => refuse(error)) === 1) setImmediate(refuseWaiting);
  });
}

function refuseWaiting(): void {
  for (const refuse of waiting.splice(0).reverse()) refuse();
}
