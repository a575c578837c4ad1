import type { Request } from 'express';
import { readFields, type Selection } from './fields';

/** The request's own `fields`, over a route's defaults and within what it allows. */
export function fieldsOf(
  request: Request,
  defaults: readonly string[],
  allowed?: readonly string[],
): Selection {
  const { fields } = request.query;
  return readFields(typeof fields === 'string' ? fields : undefined, defaults, allowed);
}
