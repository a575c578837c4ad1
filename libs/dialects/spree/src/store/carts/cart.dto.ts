import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ValidateEach } from '@tandem/http';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MAX_QUANTITY } from '@tandem/orders';
import { AddressDto } from '../orders/address.dto';
import { SpreeOrder } from '../orders/order.dto';

// A body of 100 KiB could hold few more.
const MAX_LINES = 500;

/** A line item by its variant; the price comes from the catalog. */
export class CartItemDto {
  /** Prefixed id. */
  @ApiProperty({ example: 'variant_1C5nQHTxNqcUU3WZ1J6bWb' })
  @IsString({ message: '$property must be a string' })
  variant_id!: string;

  /** The new quantity. Default: 1. */
  @ApiPropertyOptional({ example: 2 })
  @IsOptional()
  @IsInt({ message: '$property is not a whole number' })
  @Min(1, { message: '$property must be greater than 0' })
  @Max(MAX_QUANTITY, { message: '$property is too large' })
  quantity?: number;

  @ApiPropertyOptional({ type: Object, example: {} })
  @IsOptional()
  @IsObject({ message: '$property must be an object' })
  metadata?: Record<string, unknown>;
}

/** Body of POST …/carts (current) and POST …/cart (legacy). */
export class SpreeCreateCartDto {
  /** ISO 4217; overrides the header x-spree-currency. Default: the store's currency. */
  @ApiPropertyOptional({ example: 'USD' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  currency?: string;

  /** BCP 47; overrides the header x-spree-locale. */
  @ApiPropertyOptional({ example: 'en-US' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  locale?: string;

  /** Stored with the cart; not returned. */
  @ApiPropertyOptional({ type: Object, example: { source: 'mobile_app' } })
  @IsOptional()
  @IsObject({ message: '$property must be an object' })
  metadata?: Record<string, unknown>;

  @ApiPropertyOptional({ type: [CartItemDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_LINES)
  @ValidateEach(() => CartItemDto)
  items?: CartItemDto[];
}

/** Body of PATCH …/carts/{id} (current) and PATCH …/orders/{id} (legacy). Omitted fields stay unchanged. */
export class SpreeUpdateCartDto {
  @ApiPropertyOptional({ example: 'guest@example.com' })
  @IsOptional()
  @IsEmail({}, { message: '$property is invalid' })
  @MaxLength(255)
  email?: string;

  /** ISO 4217. Must be the order's currency, which cannot change. */
  @ApiPropertyOptional({ example: 'USD' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  currency?: string;

  /** BCP 47. */
  @ApiPropertyOptional({ example: 'en-US' })
  @IsOptional()
  @IsString()
  @MaxLength(35)
  locale?: string;

  /** A note from the shopper. */
  @ApiPropertyOptional({ example: 'Leave at door' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  customer_note?: string;

  /** Legacy name of customer_note. */
  @ApiPropertyOptional({ example: 'Leave at door' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  special_instructions?: string;

  /** Merged into the order's metadata; not returned. */
  @ApiPropertyOptional({ type: Object, example: { source: 'mobile_app' } })
  @IsOptional()
  @IsObject({ message: '$property must be an object' })
  metadata?: Record<string, unknown>;

  @ApiPropertyOptional({ type: AddressDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => AddressDto)
  billing_address?: AddressDto;

  @ApiPropertyOptional({ type: AddressDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => AddressDto)
  shipping_address?: AddressDto;

  /** Legacy name of billing_address. */
  @ApiPropertyOptional({ type: AddressDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => AddressDto)
  bill_address?: AddressDto;

  /** Legacy name of shipping_address. */
  @ApiPropertyOptional({ type: AddressDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => AddressDto)
  ship_address?: AddressDto;

  /** Use the shipping address as the billing address. */
  @ApiPropertyOptional({ example: true })
  @IsOptional()
  @IsBoolean()
  use_shipping?: boolean;

  /** Line items with their new quantities; other lines stay unchanged. */
  @ApiPropertyOptional({ type: [CartItemDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_LINES)
  @ValidateEach(() => CartItemDto)
  items?: CartItemDto[];
}

/** Something the cart still needs before it can be paid. */
export class SpreeRequirement {
  @ApiProperty({ example: 'address' })
  step!: string;

  @ApiProperty({ example: 'email' })
  field!: string;

  @ApiProperty({ example: "Customer E-Mail can't be blank" })
  message!: string;
}

/** Current API: an open order under its cart id, with what it still needs. */
export class SpreeCart extends SpreeOrder {
  /** Prefixed id. */
  @ApiProperty({ example: 'cart_1C5nQHTxNqcUU3WZ1J6bWb' })
  declare id: string;

  @ApiProperty({ example: 'cart', enum: ['cart', 'payment'] })
  current_step!: string;

  @ApiProperty({ example: [] })
  completed_steps!: string[];

  @ApiProperty({ type: [SpreeRequirement] })
  requirements!: SpreeRequirement[];
}
