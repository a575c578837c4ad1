import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsObject, IsOptional, IsString, Max, Min } from 'class-validator';
import { MAX_QUANTITY } from '@tandem/orders';

/** Body of POST …/line_items (current API: …/items). The price comes from the catalog, never from the shopper. */
export class CreateLineItemDto {
  /** Prefixed id of the variant. */
  @ApiProperty({ example: 'variant_1C5nQHTxNqcUU3WZ1J6bWb' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  variant_id?: string;

  /** Quantity to add. Default: 1. */
  @ApiPropertyOptional({ example: 2 })
  @IsOptional()
  @IsInt({ message: '$property is not a whole number' })
  @Min(1, { message: '$property must be greater than 0' })
  @Max(MAX_QUANTITY, { message: '$property is too large' })
  quantity?: number;

  /** Stored with the line; not returned. */
  @ApiPropertyOptional({ type: Object, example: { gift_message: 'Happy Birthday!' } })
  @IsOptional()
  @IsObject({ message: '$property must be an object' })
  metadata?: Record<string, unknown>;
}

/** Body of PATCH …/line_items/{id}. */
export class UpdateLineItemDto {
  /** The new quantity. If omitted, it stays unchanged. */
  @ApiPropertyOptional({ example: 5 })
  @IsOptional()
  @IsInt({ message: '$property is not a whole number' })
  @Min(1, { message: '$property must be greater than 0' })
  @Max(MAX_QUANTITY, { message: '$property is too large' })
  quantity?: number;

  /** Merged into the line's metadata. */
  @ApiPropertyOptional({ type: Object, example: { engraving: 'J.D.' } })
  @IsOptional()
  @IsObject({ message: '$property must be an object' })
  metadata?: Record<string, unknown>;
}

/** Spree's line item, with legacy and current field names. Amounts are decimals in major units. */
export class SpreeLineItem {
  @ApiProperty({ example: 'li_1C5nQHTxNqcUU3WZ1J6bWb' })
  id!: string;

  /** The variant's id; for an imported line its SKU, or empty if it has none. */
  @ApiProperty({ example: 'variant_1C5nQHTxNqcUU3WZ1J6bWb' })
  variant_id!: string;

  @ApiProperty({ example: 2 })
  quantity!: number;

  @ApiProperty({ example: 'USD' })
  currency!: string;

  @ApiProperty({ example: 'Tandem T-shirt' })
  name!: string;

  /** Unit price. */
  @ApiProperty({ example: '55.0' })
  price!: string;

  @ApiProperty({ example: '110.0' })
  total!: string;

  [shown: string]: unknown;
}
