import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional, IsString } from 'class-validator';
import { SpreePaymentMethod } from '../../orders/payment-methods/payment-method.dto';

/** Body of POST …/payment_setup_sessions. */
export class CreateSetupSessionDto {
  /** Prefixed id of an active payment method whose gateway saves cards. */
  @ApiProperty({ required: true, example: 'pm_1C5nQHTxNqcUU3WZ1J6bWb' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  payment_method_id?: string;

  /** Passed to the gateway. No card numbers. */
  @ApiPropertyOptional({ type: Object, example: {} })
  @IsOptional()
  @IsObject({ message: '$property must be an object' })
  external_data?: Record<string, unknown>;
}

/** Body of PATCH …/payment_setup_sessions/{id}/complete. */
export class CompleteSetupSessionDto {
  /** Passed to the gateway and not stored, e.g. bogus: {"card_number": "5555555555554444"}. */
  @ApiPropertyOptional({ type: Object, example: {} })
  @IsOptional()
  @IsObject({ message: '$property must be an object' })
  external_data?: Record<string, unknown>;
}

/** Spree's StorePaymentSetupSession. */
export class SpreePaymentSetupSession {
  @ApiProperty({ example: 'pss_1C5nQHTxNqcUU3WZ1J6bWb' })
  id!: string;

  @ApiProperty({ example: 'pending', enum: ['pending', 'processing', 'completed', 'failed', 'expired'] })
  status!: string;

  /** The gateway's id of the setup session. */
  @ApiProperty({ type: String, nullable: true, example: 'bogus_seti_33f9b074e3bceca0bdd1ecd6' })
  external_id!: string | null;

  /** The client secret with which the storefront confirms it. */
  @ApiProperty({ type: String, nullable: true, example: 'bogus_seti_secret_5d1fd977f2f246c8' })
  external_client_secret!: string | null;

  @ApiProperty({ type: Object, example: {} })
  external_data!: Readonly<Record<string, unknown>>;

  /** ISO 8601 with milliseconds, UTC. */
  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  created_at!: string;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  updated_at!: string;

  @ApiProperty({ type: String, nullable: true, example: 'pm_1C5nQHTxNqcUU3WZ1J6bWb' })
  payment_method_id!: string | null;

  /** The saved card, once completed. */
  @ApiProperty({ type: String, nullable: true, example: null })
  payment_source_id!: string | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  payment_source_type!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'cus_1C5nQHTxNqcUU3WZ1J6bWb' })
  customer_id!: string | null;

  @ApiProperty({ type: SpreePaymentMethod })
  payment_method!: SpreePaymentMethod;
}
