import { Respond } from '@tandem/http';
import type { Request } from 'express';

type Shown = Readonly<Record<string, unknown>>;

/**
 * Declares what a route responds in Spree's shape, narrowed by `?fields=a,b` (current API: sparse output, `id` always there).
 * A list is narrowed item by item.
 */
export function SpreeRespond<T>(
  status: number,
  serialize: (model: T, request: Request) => unknown,
  options: Parameters<typeof Respond<T>>[2] = {},
): MethodDecorator {
  return Respond<T>(status, (model, request) => narrowed(serialize(model, request), request), options);
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
