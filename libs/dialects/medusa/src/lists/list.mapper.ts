import { type PageRequest, type Paging, type Sort, type TimeRange, defineError } from '@tandem/context';
import { readTime, readTimeEnd } from '@tandem/http';
import type { ListQueryDto, TimeOperatorsDto } from './list-query.dto';

/** Medusa's default limit, unless a list has its own. */
export const DEFAULT_LIMIT = 20;

/** The list cannot be sorted by this field. */
export class OrderFieldInvalid extends defineError(
  'order_field_invalid',
  'invalid',
  (name: string) => `Order field ${name} is not valid`,
) {}

export function pagingIn({ limit, offset }: ListQueryDto, fallback = DEFAULT_LIMIT): Paging {
  return { limit: limit ?? fallback, offset: offset ?? 0 };
}

/** Parses `order=-created_at`, for the fields that a list can be sorted by. @throws OrderFieldInvalid */
export function sortIn<Field extends string>(
  { order }: ListQueryDto,
  allowed: readonly Field[],
): Sort<Field> | undefined {
  if (order === undefined) return undefined;
  const descending = order.startsWith('-');
  const name = descending ? order.slice(1) : order;
  const field = allowed.find((candidate) => candidate === name);
  if (field === undefined) throw new OrderFieldInvalid(name);
  return { field, descending };
}

/** The requested page and sort order. @throws OrderFieldInvalid */
export function pageIn<Field extends string>(
  query: ListQueryDto,
  allowed: readonly Field[],
  fallback = DEFAULT_LIMIT,
): PageRequest<Field> {
  return { paging: pagingIn(query, fallback), sort: sortIn(query, allowed) };
}

/** Same as sortIn, by Medusa's field names, mapped to the core's. @throws OrderFieldInvalid */
export function mappedSortIn<Field extends string>(
  query: ListQueryDto,
  names: Readonly<Record<string, Field>>,
): Sort<Field> | undefined {
  const sort = sortIn(query, Object.keys(names));
  const field = sort && names[sort.field];
  return field && { field, descending: sort.descending };
}

/** Combines all operators; a date in `$lte` includes the whole day. The DTO has refused invalid times. */
export function timesIn(requested: TimeOperatorsDto | undefined): TimeRange {
  const { $eq, $gt, $gte, $lt, $lte } = requested ?? {};
  const from = [at($gte), at($eq)].filter((time) => time !== undefined).map(Number);
  const to = [at($lte, readTimeEnd), at($eq)].filter((time) => time !== undefined).map(Number);
  return {
    after: at($gt),
    from: from.length > 0 ? new Date(Math.max(...from)) : undefined,
    before: at($lt),
    to: to.length > 0 ? new Date(Math.min(...to)) : undefined,
  };
}

function at(text: string | undefined, read = readTime): Date | undefined {
  return text === undefined ? undefined : (read(text) ?? undefined);
}
