import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

// Twice the longest documented list (97 paths, 3,000 characters); with the headers still below Node's limit of 16 KiB for both.
const MAX_LIST_LENGTH = 8000;

/** Query parameters of every store route. */
export class StoreQueryDto {
  /**
   * Fields to return: a plain list replaces the defaults, `+x` adds, `-x` removes, `*relation` (or `relation.*`) expands, dots
   * nest.
   */
  @ApiPropertyOptional({ example: '+status,*payments' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_LIST_LENGTH)
  fields?: string;

  /** Language of the response; currently nothing is translated. */
  @ApiPropertyOptional({ example: 'en-US' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  locale?: string;
}

/** Query parameters of every admin route. */
export class AdminQueryDto {
  /**
   * Fields to return: a plain list replaces the defaults, `+x` adds, `-x` removes, `*relation` (or `relation.*`) expands, dots
   * nest.
   */
  @ApiPropertyOptional({ example: '*captures,*refunds' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_LIST_LENGTH)
  fields?: string;
}
