import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsEmail, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';

/** A customer's profile. Omitted properties are unchanged; null removes. */
export class MedusaChangeCustomerDto {
  @ApiPropertyOptional({ type: String, nullable: true, example: 'Doe & Sons' })
  @IsOptional()
  @IsString()
  @MaxLength(255)
  company_name?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'John' })
  @IsOptional()
  @IsString()
  @MaxLength(255)
  first_name?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Doe' })
  @IsOptional()
  @IsString()
  @MaxLength(255)
  last_name?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: '+1 555 123 4567' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  phone?: string | null;

  /** Merged into the existing metadata. */
  @ApiPropertyOptional({ type: Object, nullable: true, example: {} })
  @IsOptional()
  @IsObject()
  metadata?: Record<string, unknown> | null;
}

/** Body of POST /store/customers. */
export class CreateCustomerDto extends MedusaChangeCustomerDto {
  /** The registered email. */
  @ApiPropertyOptional({ type: String, nullable: true, example: 'customer@example.com' })
  @IsOptional()
  @IsEmail()
  @MaxLength(255)
  email?: string | null;
}

/** Medusa's customer; `fields` selects its properties. */
export class MedusaCustomer {
  @ApiProperty({ example: 'cus_01M7XQXRYG01088BW11513XZFX' })
  id!: string;

  @ApiProperty({ example: 'customer@example.com' })
  email!: string;

  @ApiProperty({ type: String, nullable: true, example: null })
  company_name!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'John' })
  first_name!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Doe' })
  last_name!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '+1 555 123 4567' })
  phone!: string | null;

  @ApiProperty({ type: Object, nullable: true, example: null })
  metadata!: Record<string, unknown> | null;

  /** False if the customer has no login. */
  @ApiProperty({ example: true })
  has_account!: boolean;

  @ApiProperty({ type: String, nullable: true, example: null })
  deleted_at!: null;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  created_at!: string;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  updated_at!: string;

  /** Always empty: Tandem stores addresses only with orders. */
  @ApiPropertyOptional({ type: [Object], example: [] })
  addresses?: [];
}

/** {customer} */
export class MedusaCustomerResponse {
  @ApiProperty({ type: MedusaCustomer })
  customer!: MedusaCustomer;
}
