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

// More than a back office shows at once; small enough not to load the server.
const MAX = 1000;

// A page beyond this is empty anyway; Postgres takes a bigint.
const LAST_ROW = 100_000_000;

/** A number in a query: digits only. Empty text and `1e3` are refused. */
export function WholeNumber(): PropertyDecorator {
  return applyDecorators(
    IsInt(),
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value,
    ),
  );
}

/** Query parameters of every list. */
export class ListQueryDto extends AdminQueryDto {
  /** Maximum number of items. */
  @ApiPropertyOptional({ example: 20, minimum: 0, maximum: MAX })
  @IsOptional()
  @WholeNumber()
  @Min(0)
  @Max(MAX)
  limit?: number;

  /** Number of items to skip. */
  @ApiPropertyOptional({ example: 0, minimum: 0 })
  @IsOptional()
  @WholeNumber()
  @Min(0)
  @Max(LAST_ROW)
  offset?: number;

  /** The field to sort by; a leading `-` sorts descending. */
  @ApiPropertyOptional({ example: '-created_at' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  order?: string;
}

/** Medusa's operators for times: `created_at[$gt]=2026-01-01`. ISO 8601. */
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

/** One text or several: `id=a` and `id[]=a&id[]=b` both become a list. An operator (`id[$ne]=a`) is refused. */
export function OneOrMany(): PropertyDecorator {
  return applyDecorators(
    IsOptional(),
    IsString({ each: true }),
    Transform(({ value }: { value: unknown }) => listOf(value)),
  );
}

// More than twenty indexed values arrive as an object with numeric names.
function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  const isList =
    typeof value === 'object' && value !== null && Object.keys(value).every((key) => /^\d+$/.test(key));
  return isList ? Object.values(value) : [value];
}

/** A filter by time: `created_at[$gt]=2026-01-01`. */
export function TimeFilter(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: Object, example: { $gt: '2026-01-01T00:00:00Z' } }),
    IsOptional(),
    TimeOperators(),
    ValidateNested(),
  );
}

// More than a back office selects by hand.
const MAX_VALUES = 100;

/** A filter by one value or several. */
export function ValuesFilter(example: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: [String], example: [example] }),
    IsOptional(),
    OneOrMany(),
    IsArray(),
    ArrayMaxSize(MAX_VALUES),
    IsString({ each: true }),
    MaxLength(255, { each: true }),
  );
}
