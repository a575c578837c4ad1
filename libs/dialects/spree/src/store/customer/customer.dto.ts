import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { RegisterDto } from '../auth/register.dto';

/** Body of PATCH …/customer (current API: …/customers/me). Omitted fields stay unchanged. */
export class UpdateProfileDto extends PartialType(RegisterDto) {
  /** Required to change the email or password. */
  @ApiPropertyOptional({ example: 'correct horse battery' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  @MaxLength(128)
  current_password?: string;
}

/** Spree's customer, with legacy and current field names. */
export class SpreeCustomer {
  @ApiProperty({ example: 'cus_1C5nQHTxNqcUU3WZ1J6bWb' })
  id!: string;

  @ApiProperty({ example: 'customer@example.com' })
  email!: string;

  @ApiProperty({ type: String, nullable: true, example: 'John' })
  first_name!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Doe' })
  last_name!: string | null;

  @ApiProperty({ example: 'John Doe' })
  full_name!: string;

  @ApiProperty({ type: String, nullable: true, example: '+1 555 123 4567' })
  phone!: string | null;

  @ApiProperty({ example: false })
  accepts_email_marketing!: boolean;

  /** In the store's currency; only in the customer's own profile. */
  @ApiPropertyOptional({ example: '12.5' })
  available_store_credit_total?: string;

  @ApiPropertyOptional({ example: '$12.50' })
  display_available_store_credit_total?: string;

  /** ISO 8601 with milliseconds, UTC. */
  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  created_at!: string;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  updated_at!: string;

  /** Always empty: Tandem stores addresses with orders only. */
  @ApiProperty({ type: [Object], example: [] })
  addresses!: [];

  @ApiProperty({ type: Object, nullable: true, example: null })
  default_billing_address!: null;

  @ApiProperty({ type: Object, nullable: true, example: null })
  default_shipping_address!: null;

  /** Always null: Tandem sends no newsletters. */
  @ApiProperty({ type: Object, nullable: true, example: null })
  newsletter_subscriber!: null;

  @ApiProperty({ type: [Object], example: [] })
  customer_groups!: [];

  [shown: string]: unknown;
}
