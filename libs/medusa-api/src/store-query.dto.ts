import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

/** What every store route accepts in its query. */
export class StoreQueryDto {
  /** Fields to show: a plain list replaces the defaults, `+x` adds, `-x` removes, `*relation` expands, dots go deeper. */
  @ApiPropertyOptional({ example: '+status,*payments' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
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
  @ApiPropertyOptional({ example: '*captures,*refunds' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  fields?: string;
}
