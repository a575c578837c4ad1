import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

// Twice the longest list that a page documents (97 paths, 3,000 characters), and with the headers beside it within the
// 16 KiB that Node takes of both.
const LONGEST_LIST = 8000;

/** What every store route accepts in its query. */
export class StoreQueryDto {
  /** Fields to show: a plain list replaces the defaults, `+x` adds, `-x` removes, `*relation` (or `relation.*`) expands, dots go deeper. */
  @ApiPropertyOptional({ example: '+status,*payments' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_LIST)
  fields?: string;

  /** Language of what is shown; nothing here is translated. */
  @ApiPropertyOptional({ example: 'en-US' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  locale?: string;
}

/** What every admin route accepts in its query. */
export class AdminQueryDto {
  /** Fields to show: a plain list replaces the defaults, `+x` adds, `-x` removes, `*relation` (or `relation.*`) expands, dots go deeper. */
  @ApiPropertyOptional({ example: '*captures,*refunds' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_LIST)
  fields?: string;
}
