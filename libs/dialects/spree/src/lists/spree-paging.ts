import { ApiProperty } from '@nestjs/swagger';
import type { Page, Paging } from '@tandem/context';
import type { Request } from 'express';

// Spree's defaults: 25 per page, at most 100.
const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 100;

// Postgres counts rows with a bigint; a page beyond this is empty anyway.
const LAST_PAGE = 1_000_000;

/** A page's position in the list (Spree's PaginationMeta). */
export class SpreePageMeta {
  @ApiProperty({ example: 1 })
  page!: number;

  @ApiProperty({ example: 25 })
  limit!: number;

  /** Total number of items. */
  @ApiProperty({ example: 1 })
  count!: number;

  @ApiProperty({ example: 1 })
  pages!: number;

  /** Position of the page's first item, from 1; 0 on an empty page. */
  @ApiProperty({ example: 1 })
  from!: number;

  @ApiProperty({ example: 1 })
  to!: number;

  /** Number of items on this page. */
  @ApiProperty({ example: 1 })
  in!: number;

  @ApiProperty({ type: Number, nullable: true, example: null })
  previous!: number | null;

  @ApiProperty({ type: Number, nullable: true, example: null })
  next!: number | null;
}

/** `?page=2&limit=50`. As in Spree, a value out of range is clamped and one that is not a number is ignored. */
export function pagingOf(query: Readonly<Record<string, unknown>>): Paging {
  const { page, limit } = pageAndLimit(query);
  return { limit, offset: (page - 1) * limit };
}

/** Serializes a page as {data, meta}. */
export function serializePage<T, Serialized>(
  present: (item: T, request: Request) => Serialized,
): (page: Page<T>, request: Request) => { data: Serialized[]; meta: SpreePageMeta } {
  return ({ items, count }, request) => ({
    data: items.map((item) => present(item, request)),
    meta: metaOf(pageAndLimit(request.query), count, items.length),
  });
}

function metaOf(
  { page, limit }: { page: number; limit: number },
  count: number,
  countOnPage: number,
): SpreePageMeta {
  const pages = Math.max(1, Math.ceil(count / limit));
  const from = countOnPage === 0 ? 0 : (page - 1) * limit + 1;
  return {
    page,
    limit,
    count,
    pages,
    from,
    to: countOnPage === 0 ? 0 : from + countOnPage - 1,
    in: countOnPage,
    previous: page > 1 ? page - 1 : null,
    next: page < pages ? page + 1 : null,
  };
}

function pageAndLimit(query: Readonly<Record<string, unknown>>): { page: number; limit: number } {
  return {
    page: wholeNumber(query['page'], 1, LAST_PAGE),
    limit: wholeNumber(query['limit'], DEFAULT_LIMIT, MAX_LIMIT),
  };
}

function wholeNumber(text: unknown, fallback: number, max: number): number {
  if (typeof text !== 'string' || !/^\d{1,9}$/.test(text)) return fallback;
  return Math.min(Math.max(Number(text), 1), max);
}
