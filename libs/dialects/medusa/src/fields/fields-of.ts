import type { Request } from 'express';
import { readFields, type Selection } from './fields';

/** The request's `fields`, applied to a route's defaults and limited to what it allows. */
export function fieldsOf(
  request: Request,
  defaults: readonly string[],
  allowed?: readonly string[],
): Selection {
  const { fields } = request.query;
  return readFields(typeof fields === 'string' ? fields : undefined, defaults, allowed);
}
