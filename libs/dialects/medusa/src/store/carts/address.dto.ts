import { ApiPropertyOptional } from '@nestjs/swagger';
import { applyDecorators } from '@nestjs/common';
import { IsObject, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { NoCardNumber } from '../../no-card-number';

const MAX_LENGTH = 255;

function AddressLine(example: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: String, nullable: true, example }),
    IsOptional(),
    IsString(),
    MaxLength(MAX_LENGTH),
    NoCardNumber(),
  );
}

/** A customer's address. */
export class MedusaAddressDto {
  @AddressLine('Ada')
  first_name?: string | null;

  @AddressLine('Lovelace')
  last_name?: string | null;

  // A phone number of fifteen digits may look like a card number.
  @ApiPropertyOptional({ type: String, nullable: true, example: '+15551234567' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  phone?: string | null;

  @AddressLine('Analytical Engines Ltd')
  company?: string | null;

  @AddressLine('123 Main St')
  address_1?: string | null;

  @AddressLine('Apt 4B')
  address_2?: string | null;

  @AddressLine('Brooklyn')
  city?: string | null;

  /** ISO 3166-1 alpha-2. */
  @ApiPropertyOptional({ type: String, nullable: true, example: 'us' })
  @IsOptional()
  @IsString()
  @Matches(/^[A-Za-z]{2}$/)
  country_code?: string | null;

  @AddressLine('NY')
  province?: string | null;

  @AddressLine('11201')
  postal_code?: string | null;

  /** Set by the storefront; returned unchanged. */
  @ApiPropertyOptional({ type: Object, nullable: true, example: null })
  @IsOptional()
  @IsObject()
  @NoCardNumber()
  metadata?: Record<string, unknown> | null;
}

/** An address that replaces another. */
export class ChangedAddressDto extends MedusaAddressDto {
  /** The id of the previous address. Ignored, because an address is always replaced as a whole. */
  @ApiPropertyOptional({ example: 'caaddr_01M7XQVPQFP5GTQ6F0HZGZHTSS' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  id?: string;
}
