import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { ValidateEach } from '@tandem/http';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { IsDecimalText } from '../../money/is-decimal-text';
import { Refuses } from '../../errors/refuses';

/** A variant's price in one currency. */
@Refuses('compare_at_amount', 'price_list_id', 'market_id', 'min_quantity', 'max_quantity')
export class VariantPriceDto {
  /** ISO 4217. */
  @ApiProperty({ example: 'USD' })
  @Matches(/^[A-Za-z]{3}$/, { message: '$property is not a currency of ISO 4217' })
  currency!: string;

  /** Decimal in major units, zero or more. */
  @ApiProperty({ type: String, example: '55.00' })
  @IsDecimalText()
  amount!: string | number;
}

/** Body of POST /api/v3/admin/variants. */
@Refuses(
  'price',
  'currency',
  'compare_at_price',
  'cost_price',
  'cost_currency',
  'product_id',
  'options',
  'option_values',
  'barcode',
  'weight',
  'track_inventory',
  'backorderable',
  'stock_items',
  'available_on',
  'discontinue_on',
  'tax_category_id',
  'metadata',
)
export class CreateVariantDto {
  static readonly nullFields = ['sku'];

  @ApiProperty({ example: 'Tandem T-shirt, M' })
  @IsString({ message: '$property must be a string' })
  @Length(1, 255)
  name!: string;

  /** Unique in the store. */
  @ApiPropertyOptional({ type: String, nullable: true, example: 'TEE-M' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  @MaxLength(255)
  sku?: string | null;

  /** False: it cannot be added to a cart. */
  @ApiPropertyOptional({ example: true })
  @IsOptional()
  @IsBoolean({ message: '$property must be true or false' })
  active?: boolean;

  /** At most one per currency. */
  @ApiPropertyOptional({ type: [VariantPriceDto] })
  @IsOptional()
  @IsArray({ message: '$property must be a list' })
  @ArrayMaxSize(200)
  @ValidateEach(() => VariantPriceDto)
  prices?: VariantPriceDto[];
}

/** Body of PATCH /api/v3/admin/variants/{id}. Omitted fields stay unchanged; `prices` replaces all prices. */
export class UpdateVariantDto extends PartialType(CreateVariantDto) {
  static readonly nullFields = CreateVariantDto.nullFields;
}

/** A variant's price. */
export class SpreeVariantPrice {
  @ApiProperty({ example: 'USD' })
  currency!: string;

  @ApiProperty({ example: '55.0' })
  amount!: string;

  @ApiProperty({ example: '$55.00' })
  display_amount!: string;
}

/** A variant: what is sold, and at which prices. */
export class SpreeVariant {
  @ApiProperty({ example: 'variant_1C5nQHTxNqcUU3WZ1J6bWb' })
  id!: string;

  @ApiProperty({ type: String, nullable: true, example: 'TEE-M' })
  sku!: string | null;

  @ApiProperty({ example: 'Tandem T-shirt, M' })
  name!: string;

  @ApiProperty({ example: true })
  active!: boolean;

  @ApiProperty({ type: [SpreeVariantPrice] })
  prices!: SpreeVariantPrice[];

  /** ISO 8601 with milliseconds, UTC. */
  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  created_at!: string;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  updated_at!: string;
}
