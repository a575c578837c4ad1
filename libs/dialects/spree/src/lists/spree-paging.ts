import { ApiProperty } from '@nestjs/swagger';
import type { Page, Paging } from '@tandem/context';
import type { Request } from 'express';

// Spree's own numbers: 25 a page, never more than 100.
const DEFAULT_LIMIT = 25;
const MOST = 100;

// Postgres counts rows with a bigint; a page beyond this is empty anyway.
const LAST_PAGE = 1_000_000;

/** Where a list's page stands in the whole (Spree's PaginationMeta). */
export class SpreePageMeta {
  @ApiProperty({ example: 1 })
  page!: number;

  @ApiProperty({ example: 25 })
  limit!: number;

  /** How many there are in all. */
  @ApiProperty({ example: 1 })
  count!: number;

  @ApiProperty({ example: 1 })
  pages!: number;

  /** The first one's place in the whole, from 1; 0 on an empty page. */
  @ApiProperty({ example: 1 })
  from!: number;

  @ApiProperty({ example: 1 })
  to!: number;

  /** How many are on this page. */
  @ApiProperty({ example: 1 })
  in!: number;

  @ApiProperty({ type: Number, nullable: true, example: null })
  previous!: number | null;

  @ApiProperty({ type: Number, nullable: true, example: null })
  next!: number | null;
}

/** `?page=2&limit=50`. What is no number, or out of range, counts as the nearest that is right (Spree). */
export function pagingOf(query: Readonly<Record<string, unknown>>): Paging {
  const { page, limit } = asked(query);
  return { limit, offset: (page - 1) * limit };
}

/** Presents a page of a list as {data, meta}. */
export function presentPage<T, Shown>(
  present: (item: T, request: Request) => Shown,
): (page: Page<T>, request: Request) => { data: Shown[]; meta: SpreePageMeta } {
  return ({ items, count }, request) => ({
    data: items.map((item) => present(item, request)),
    meta: metaOf(asked(request.query), count, items.length),
  });
}

function metaOf(
  { page, limit }: { page: number; limit: number },
  count: number,
  here: number,
): SpreePageMeta {
  const pages = Math.max(1, Math.ceil(count / limit));
  const from = here === 0 ? 0 : (page - 1) * limit + 1;
  return {
    page,
    limit,
    count,
    pages,
    from,
    to: here === 0 ? 0 : from + here - 1,
    in: here,
    previous: page > 1 ? page - 1 : null,
    next: page < pages ? page + 1 : null,
  };
}

function asked(query: Readonly<Record<string, unknown>>): { page: number; limit: number } {
  return {
    page: wholeNumber(query['page'], 1, LAST_PAGE),
    limit: wholeNumber(query['limit'], DEFAULT_LIMIT, MOST),
  };
}

function wholeNumber(text: unknown, otherwise: number, most: number): number {
  if (typeof text !== 'string' || !/^\d{1,9}$/.test(text)) return otherwise;
  return Math.min(Math.max(Number(text), 1), most);
}
