import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';

const MAX_LENGTH = 255;

/** An address from a shopper, with legacy (firstname, zipcode) or current field names. */
export class AddressDto {
  @ApiPropertyOptional({ example: 'John' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_LENGTH)
  first_name?: string;

  /** Legacy name of first_name. */
  @ApiPropertyOptional({ example: 'John' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_LENGTH)
  firstname?: string;

  @ApiPropertyOptional({ example: 'Doe' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_LENGTH)
  last_name?: string;

  /** Legacy name of last_name. */
  @ApiPropertyOptional({ example: 'Doe' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_LENGTH)
  lastname?: string;

  @ApiPropertyOptional({ example: '123 Main St' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_LENGTH)
  address1?: string;

  @ApiPropertyOptional({ example: 'Apt 4B' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_LENGTH)
  address2?: string;

  @ApiPropertyOptional({ example: 'New York' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_LENGTH)
  city?: string;

  @ApiPropertyOptional({ example: '10001' })
  @IsOptional()
  @IsString()
  @MaxLength(32)
  postal_code?: string;

  /** Legacy name of postal_code. */
  @ApiPropertyOptional({ example: '10001' })
  @IsOptional()
  @IsString()
  @MaxLength(32)
  zipcode?: string;

  @ApiPropertyOptional({ example: '+1 555 123 4567' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  phone?: string;

  @ApiPropertyOptional({ example: 'Acme Inc' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_LENGTH)
  company?: string;

  /** ISO 3166-1 alpha-2. */
  @ApiPropertyOptional({ example: 'US' })
  @IsOptional()
  @Matches(/^[A-Za-z]{2}$/, { message: '$property is not a country of ISO 3166' })
  country_iso?: string;

  @ApiPropertyOptional({ example: 'NY' })
  @IsOptional()
  @IsString()
  @MaxLength(16)
  state_abbr?: string;

  /** For countries without a list of states. */
  @ApiPropertyOptional({ example: 'New York' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_LENGTH)
  state_name?: string;
}
