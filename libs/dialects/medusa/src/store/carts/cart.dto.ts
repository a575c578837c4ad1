import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ValidateEach } from '@tandem/http';
import { MAX_QUANTITY } from '@tandem/orders';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsEmail,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { NoCardNumber } from '../../no-card-number';
import { ChangedAddressDto, MedusaAddressDto } from './address.dto';

// About what a body of 100 KiB can hold.
const MAX_LINES = 500;

/** Set by the storefront; returned unchanged. */
function Metadata(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: Object, nullable: true, example: { gift: true } }),
    IsOptional(),
    IsObject(),
    NoCardNumber(),
  );
}

/** A line item to add, and body of POST /store/carts/{id}/line-items. The price is the store's. */
export class CartLineDto {
  @ApiProperty({ example: 'variant_01M7XQVPG8CG5BZS28RBY90XAH' })
  @IsString()
  variant_id!: string;

  @ApiProperty({ example: 2 })
  @IsInt()
  @Min(1)
  @Max(MAX_QUANTITY)
  quantity!: number;

  @Metadata()
  metadata?: Record<string, unknown> | null;
}

/** Body of POST /store/carts/{id}/line-items/{line_id}. */
export class ChangeCartLineDto {
  /** The new quantity; zero removes the line item. */
  @ApiProperty({ example: 3 })
  @IsInt()
  @Min(0)
  @Max(MAX_QUANTITY)
  quantity!: number;

  @Metadata()
  metadata?: Record<string, unknown> | null;
}

/** Properties of a new cart and of an update. */
class CartPropertiesDto {
  /** The region cannot be changed after creation. */
  @ApiPropertyOptional({ example: 'reg_01M7XQVPA45430JE348FTF9H3C' })
  @IsOptional()
  @IsString()
  region_id?: string | null;

  @ApiPropertyOptional({ example: 'guest@example.com' })
  @IsOptional()
  @IsEmail()
  @MaxLength(255)
  email?: string | null;

  /** A store has only its own sales channel. */
  @ApiPropertyOptional({ example: 'sc_01M7XQVP4ZTCR4BAQAPW74SM0Z' })
  @IsOptional()
  @IsString()
  sales_channel_id?: string | null;

  /** BCP 47. */
  @ApiPropertyOptional({ example: 'en-US' })
  @IsOptional()
  @IsString()
  @MaxLength(35)
  @Matches(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/)
  locale?: string | null;

  @Metadata()
  metadata?: Record<string, unknown> | null;

  /** Must be empty: discounts belong to the order system, not to Tandem. */
  @ApiPropertyOptional({ type: [String], example: [] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(0)
  promo_codes?: string[];
}

/** Body of POST /store/carts. */
export class CreateCartDto extends CartPropertiesDto {
  /** ISO 4217. Must be the region's if both are given. */
  @ApiPropertyOptional({ example: 'usd' })
  @IsOptional()
  @IsString()
  @Matches(/^[A-Za-z]{3}$/)
  currency_code?: string | null;

  @ApiPropertyOptional({ type: [CartLineDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_LINES)
  @ValidateEach(() => CartLineDto)
  items?: CartLineDto[];

  @ApiPropertyOptional({ type: MedusaAddressDto })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => MedusaAddressDto)
  shipping_address?: MedusaAddressDto;

  @ApiPropertyOptional({ type: MedusaAddressDto })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => MedusaAddressDto)
  billing_address?: MedusaAddressDto;
}

/** Body of POST /store/carts/{id}. Omitted properties are unchanged. */
export class UpdateCartDto extends CartPropertiesDto {
  @ApiPropertyOptional({ type: ChangedAddressDto })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ChangedAddressDto)
  shipping_address?: ChangedAddressDto;

  @ApiPropertyOptional({ type: ChangedAddressDto })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ChangedAddressDto)
  billing_address?: ChangedAddressDto;
}
