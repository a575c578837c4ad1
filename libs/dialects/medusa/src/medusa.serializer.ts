import type { Page } from '@tandem/context';
import type { Request } from 'express';
import { render, type Resource } from './fields/fields';
import { fieldsOf } from './fields/fields-of';
import { DEFAULT_LIMIT } from './lists/list.mapper';

interface Serialized {
  /** The default fields. */
  readonly defaults: readonly string[];
  /** The fields that may be requested, if fewer than the resource has. */
  readonly allowed?: readonly string[];
}

/** Serializes one entity as {name: {…}}, with the requested fields. */
export function serializeAs<T>(
  name: string,
  resource: Resource<T>,
  { defaults, allowed }: Serialized,
): (entity: T, request: Request) => Record<string, unknown> {
  return (entity, request) => ({ [name]: render(resource, entity, fieldsOf(request, defaults, allowed)) });
}

/** Serializes a page of a list as {name: […], count, offset, limit}. */
export function serializeListAs<T>(
  name: string,
  resource: Resource<T>,
  { defaults, allowed, limit: fallback = DEFAULT_LIMIT }: Serialized & { readonly limit?: number },
): (page: Page<T>, request: Request) => Record<string, unknown> {
  return ({ items, count }, request) => {
    const { limit = fallback, offset = 0 } = request.query;
    const fields = fieldsOf(request, defaults, allowed);
    const shown = items.map((entity) => render(resource, entity, fields));
    return { [name]: shown, count, offset: Number(offset), limit: Number(limit) };
  };
}

/** Medusa's response to a deletion. The value is the id as the client sent it. */
export function serializeDeleted(object: string): (id: string) => Record<string, unknown> {
  return (id) => ({ id, object, deleted: true });
}
