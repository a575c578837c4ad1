import { Respond } from '@tandem/http';
import type { Request } from 'express';

type Json = Readonly<Record<string, unknown>>;

/**
 * Declares a route's response in Spree's format. `?fields=a,b` reduces it to those fields and `id` (current API), in a list for
 * each item.
 */
export function SpreeRespond<T>(
  status: number,
  serialize: (model: T, request: Request) => unknown,
  options: Parameters<typeof Respond<T>>[2] = {},
): MethodDecorator {
  return Respond<T>(status, (model, request) => selectFields(serialize(model, request), request), options);
}

function selectFields(body: unknown, { query }: Request): unknown {
  const fields = typeof query['fields'] === 'string' ? query['fields'] : '';
  if (fields === '' || !isObject(body)) return body;
  const requested = new Set(['id', ...fields.split(',').map((name) => name.trim())]);
  const data = body['data'];
  return Array.isArray(data)
    ? { ...body, data: data.map((item: unknown) => (isObject(item) ? pick(item, requested) : item)) }
    : pick(body, requested);
}

function pick(body: Json, requested: ReadonlySet<string>): Json {
  return Object.fromEntries(Object.entries(body).filter(([name]) => requested.has(name)));
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
