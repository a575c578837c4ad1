import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { EachOf } from '@tandem/http';
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

// A body of 100 KiB holds not many more.
const MOST_LINES = 500;

/** A line by its variant; the price is the store's. */
export class CartItemDto {
  /** Prefixed id. */
  @ApiProperty({ example: 'variant_1C5nQHTxNqcUU3WZ1J6bWb' })
  @IsString({ message: '$property must be a string' })
  variant_id!: string;

  /** How many there shall be; one when left out. */
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

/** Body of POST …/carts and of the seed time's POST …/cart. */
export class OpenCartDto {
  /** ISO 4217; goes before the header x-spree-currency. Left out: the store's own. */
  @ApiPropertyOptional({ example: 'USD' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  currency?: string;

  /** BCP 47; goes before the header x-spree-locale. */
  @ApiPropertyOptional({ example: 'en-US' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  locale?: string;

  /** Kept with the cart, never shown again. */
  @ApiPropertyOptional({ type: Object, example: { source: 'mobile_app' } })
  @IsOptional()
  @IsObject({ message: '$property must be an object' })
  metadata?: Record<string, unknown>;

  @ApiPropertyOptional({ type: [CartItemDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @EachOf(() => CartItemDto)
  items?: CartItemDto[];
}

/** Body of PATCH …/carts/{id} and of the seed time's PATCH …/orders/{id}. What is left out stays. */
export class ChangeCartDto {
  @ApiPropertyOptional({ example: 'guest@example.com' })
  @IsOptional()
  @IsEmail({}, { message: '$property is invalid' })
  @MaxLength(255)
  email?: string;

  /** ISO 4217. An order stays in the currency it was opened in: another one is refused. */
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

  /** Today's word. */
  @ApiPropertyOptional({ example: 'Leave at door' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  customer_note?: string;

  /** Seed time's word for customer_note. */
  @ApiPropertyOptional({ example: 'Leave at door' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  special_instructions?: string;

  /** Merged over the order's own; never shown again. */
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

  /** Seed time's word for billing_address. */
  @ApiPropertyOptional({ type: AddressDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => AddressDto)
  bill_address?: AddressDto;

  /** Seed time's word for shipping_address. */
  @ApiPropertyOptional({ type: AddressDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => AddressDto)
  ship_address?: AddressDto;

  /** The shipping address is the billing address too. */
  @ApiPropertyOptional({ example: true })
  @IsOptional()
  @IsBoolean()
  use_shipping?: boolean;

  /** Each with the quantity it shall have; lines of other variants stay. */
  @ApiPropertyOptional({ type: [CartItemDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @EachOf(() => CartItemDto)
  items?: CartItemDto[];
}

/** What a cart still needs before it can be paid. */
export class SpreeRequirement {
  @ApiProperty({ example: 'address' })
  step!: string;

  @ApiProperty({ example: 'email' })
  field!: string;

  @ApiProperty({ example: "Customer E-Mail can't be blank" })
  message!: string;
}

/** Today's Cart: an open order under its id as a cart, and what it still needs. */
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
