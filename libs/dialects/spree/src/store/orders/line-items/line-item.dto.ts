import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsObject, IsOptional, IsString, Max, Min } from 'class-validator';
import { MAX_QUANTITY } from '@tandem/orders';

/** Body of POST …/line_items (today's …/items). The price is the store's: none is taken from a shopper. */
export class AddLineItemDto {
  /** Prefixed id of the variant. */
  @ApiProperty({ example: 'variant_1C5nQHTxNqcUU3WZ1J6bWb' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  variant_id?: string;

  /** How many to add; one when left out. */
  @ApiPropertyOptional({ example: 2 })
  @IsOptional()
  @IsInt({ message: '$property is not a whole number' })
  @Min(1, { message: '$property must be greater than 0' })
  @Max(MAX_QUANTITY, { message: '$property is too large' })
  quantity?: number;

  /** Kept with the line, never shown again. */
  @ApiPropertyOptional({ type: Object, example: { gift_message: 'Happy Birthday!' } })
  @IsOptional()
  @IsObject({ message: '$property must be an object' })
  metadata?: Record<string, unknown>;
}

/** Body of PATCH …/line_items/{id}. */
export class ChangeLineItemDto {
  /** How many there shall be; left out, they stay. */
  @ApiPropertyOptional({ example: 5 })
  @IsOptional()
  @IsInt({ message: '$property is not a whole number' })
  @Min(1, { message: '$property must be greater than 0' })
  @Max(MAX_QUANTITY, { message: '$property is too large' })
  quantity?: number;

  /** Merged over the line's own. */
  @ApiPropertyOptional({ type: Object, example: { engraving: 'J.D.' } })
  @IsOptional()
  @IsObject({ message: '$property must be an object' })
  metadata?: Record<string, unknown>;
}

/** Spree's line item, in the words of the seed time and of today. Amounts are decimals in major units. */
export class SpreeLineItem {
  @ApiProperty({ example: 'li_1C5nQHTxNqcUU3WZ1J6bWb' })
  id!: string;

  /** The variant it was filled from; the order system's SKU where it handed the line over; else empty. */
  @ApiProperty({ example: 'variant_1C5nQHTxNqcUU3WZ1J6bWb' })
  variant_id!: string;

  @ApiProperty({ example: 2 })
  quantity!: number;

  @ApiProperty({ example: 'USD' })
  currency!: string;

  @ApiProperty({ example: 'Tandem T-shirt' })
  name!: string;

  /** Price of one. */
  @ApiProperty({ example: '55.0' })
  price!: string;

  @ApiProperty({ example: '110.0' })
  total!: string;

  [shown: string]: unknown;
}
