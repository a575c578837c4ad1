import { Answers } from '@tandem/http';
import type { Request } from 'express';

type Shown = Readonly<Record<string, unknown>>;

/**
 * What a route answers in Spree's shape, narrowed by `?fields=a,b` (today's API: sparse output, `id` always there).
 * A list is narrowed item by item.
 */
export function SpreeAnswers<T, S = never>(
  status: number,
  present: (value: T, request: Request) => unknown,
  revival: { revive?: (snapshot: S) => T } = {},
): MethodDecorator {
  return Answers<T, S>(status, (value, request) => narrowed(present(value, request), request), revival);
}

function narrowed(shown: unknown, { query }: Request): unknown {
  const fields = typeof query['fields'] === 'string' ? query['fields'] : '';
  if (fields === '' || !isObject(shown)) return shown;
  const wanted = new Set(['id', ...fields.split(',').map((name) => name.trim())]);
  const data = shown['data'];
  return Array.isArray(data)
    ? { ...shown, data: data.map((item: unknown) => (isObject(item) ? pick(item, wanted) : item)) }
    : pick(shown, wanted);
}

function pick(shown: Shown, wanted: ReadonlySet<string>): Shown {
  return Object.fromEntries(Object.entries(shown).filter(([name]) => wanted.has(name)));
}

function isObject(value: unknown): value is Shown {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
