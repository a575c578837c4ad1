import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { ListQueryDto, ValuesFilter } from '../../lists/list-query.dto';
import { MedusaList } from '../../lists/medusa-list.dto';

/** Filters of both lists of regions. */
export class RegionsQueryDto extends ListQueryDto {
  /** Part of the name or currency. */
  @ApiPropertyOptional({ example: 'Europe' })
  @IsOptional()
  @IsString()
  @MaxLength(255)
  q?: string;

  @ValuesFilter('reg_01M7XQVPA45430JE348FTF9H3C')
  id?: string[];

  @ValuesFilter('usd')
  currency_code?: string[];

  @ValuesFilter('United States')
  name?: string[];
}

/** Query of GET /store/regions. */
export class StoreRegionsQueryDto extends RegionsQueryDto {
  /** Language of the response; currently nothing is translated. */
  @ApiPropertyOptional({ example: 'en-US' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  locale?: string;
}

/** Medusa's region; `fields` selects its properties, including `*payment_providers`. */
export class MedusaRegion {
  @ApiProperty({ example: 'reg_01M7XQVPA45430JE348FTF9H3C' })
  id!: string;

  @ApiProperty({ example: 'United States' })
  name!: string;

  /** ISO 4217, lower case. */
  @ApiProperty({ example: 'usd' })
  currency_code!: string;

  /** Always empty: countries are not stored. */
  @ApiProperty({ example: [] })
  countries!: unknown[];
}

/** {region} */
export class MedusaRegionResponse {
  @ApiProperty({ type: MedusaRegion })
  region!: MedusaRegion;
}

/** A page of regions. */
export class MedusaRegionList extends MedusaList {
  @ApiProperty({ type: [MedusaRegion] })
  regions!: MedusaRegion[];
}
