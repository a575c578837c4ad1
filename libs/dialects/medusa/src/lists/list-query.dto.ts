import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsTimeText } from '@tandem/http';
import { AdminQueryDto } from '../fields/store-query.dto';

// More than any back office shows at once, less than it takes to keep a server busy.
const MOST = 1000;

// Postgres counts rows with a bigint; a page beyond this is empty anyway.
const LAST_ROW = 100_000_000;

/** A number as a query writes one: digits. Nothing at all is none, and neither is `1e3`. */
export function WholeNumber(): PropertyDecorator {
  return applyDecorators(
    IsInt(),
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value,
    ),
  );
}

/** What every list accepts in its query. */
export class ListQueryDto extends AdminQueryDto {
  /** At most this many. */
  @ApiPropertyOptional({ example: 20, minimum: 0, maximum: MOST })
  @IsOptional()
  @WholeNumber()
  @Min(0)
  @Max(MOST)
  limit?: number;

  /** After this many. */
  @ApiPropertyOptional({ example: 0, minimum: 0 })
  @IsOptional()
  @WholeNumber()
  @Min(0)
  @Max(LAST_ROW)
  offset?: number;

  /** A field to order by; `-` before it turns the order around. */
  @ApiPropertyOptional({ example: '-created_at' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  order?: string;
}

/** Medusa's operators on a time: `created_at[$gt]=2026-01-01`. ISO 8601. */
export class TimeOperatorsDto {
  @IsOptional()
  @IsTimeText()
  $eq?: string;

  @IsOptional()
  @IsTimeText()
  $gt?: string;

  @IsOptional()
  @IsTimeText()
  $gte?: string;

  @IsOptional()
  @IsTimeText()
  $lt?: string;

  @IsOptional()
  @IsTimeText()
  $lte?: string;
}

/** `created_at=…` means `created_at[$eq]=…`. */
export function TimeOperators(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: Object, example: { $gt: '2026-01-01T00:00:00Z' } }),
    IsOptional(),
    ValidateNested(),
    Transform(({ value }: { value: unknown }) =>
      Object.assign(new TimeOperatorsDto(), typeof value === 'string' ? { $eq: value } : value),
    ),
  );
}

/** One text, or several: `id=a` and `id[]=a&id[]=b` are both a list. An operator on it (`id[$ne]=a`) is refused. */
export function OneOrMany(): PropertyDecorator {
  return applyDecorators(
    IsOptional(),
    IsString({ each: true }),
    Transform(({ value }: { value: unknown }) => listOf(value)),
  );
}

// More than twenty with indices arrive as an object whose names are numbers.
function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  const isList =
    typeof value === 'object' && value !== null && Object.keys(value).every((key) => /^\d+$/.test(key));
  return isList ? Object.values(value) : [value];
}

/** A filter on a time: `created_at[$gt]=2026-01-01`. */
export function TimeFilter(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: Object, example: { $gt: '2026-01-01T00:00:00Z' } }),
    IsOptional(),
    TimeOperators(),
    ValidateNested(),
  );
}

// More than any back office picks by hand.
const MOST_VALUES = 100;

/** A filter that takes one value or several. */
export function ValuesFilter(example: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: [String], example: [example] }),
    IsOptional(),
    OneOrMany(),
    IsArray(),
    ArrayMaxSize(MOST_VALUES),
    IsString({ each: true }),
    MaxLength(255, { each: true }),
  );
}
