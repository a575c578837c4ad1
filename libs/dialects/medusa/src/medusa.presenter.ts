import type { Page } from '@tandem/context';
import type { Request } from 'express';
import { render, type Resource } from './fields/fields';
import { fieldsOf } from './fields/fields-of';
import { DEFAULT_LIMIT } from './lists/list.mapper';

interface Shown {
  /** The fields that are shown when none are asked for. */
  readonly defaults: readonly string[];
  /** What may be asked for, where that is less than the resource has. */
  readonly allowed?: readonly string[];
}

/** Presents one entity as {name: {…}}, with the fields that the request asks for. */
export function presentAs<T>(
  name: string,
  resource: Resource<T>,
  { defaults, allowed }: Shown,
): (entity: T, request: Request) => Record<string, unknown> {
  return (entity, request) => ({ [name]: render(resource, entity, fieldsOf(request, defaults, allowed)) });
}

/** Presents a page of a list as {name: […], count, offset, limit}. */
export function presentListAs<T>(
  name: string,
  resource: Resource<T>,
  { defaults, allowed, limit: otherwise = DEFAULT_LIMIT }: Shown & { readonly limit?: number },
): (page: Page<T>, request: Request) => Record<string, unknown> {
  return ({ items, count }, request) => {
    const { limit = otherwise, offset = 0 } = request.query;
    const fields = fieldsOf(request, defaults, allowed);
    const shown = items.map((entity) => render(resource, entity, fields));
    return { [name]: shown, count, offset: Number(offset), limit: Number(limit) };
  };
}

/** Medusa's answer to every deletion. The value is the id as the caller wrote it. */
export function presentDeleted(object: string): (id: string) => Record<string, unknown> {
  return (id) => ({ id, object, deleted: true });
}
