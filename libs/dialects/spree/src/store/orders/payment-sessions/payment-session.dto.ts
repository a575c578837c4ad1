import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional, IsString } from 'class-validator';
import { IsDecimalText } from '../../../money/is-decimal-text';
import { SpreePaymentMethod } from '../payment-methods/payment-method.dto';
import { SpreePayment } from '../payments/payment.dto';

/** Body of POST …/payment_sessions. */
export class CreatePaymentSessionDto {
  /** Prefixed id of a payment method that is active for this order (`GET …/payment_methods`). */
  @ApiProperty({ required: true, example: 'pm_1C5nQHTxNqcUU3WZ1J6bWb' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  payment_method_id?: string;

  /** Decimal in major units of the order's currency. Default: the order's total less store credit and payments. */
  @ApiPropertyOptional({ type: String, example: '110.0' })
  @IsOptional()
  @IsDecimalText()
  amount?: string | number;

  /**
   * Passed to the gateway and returned in the session, with what the gateway adds. No card numbers. A logged-in customer can name a
   * saved card by payment_source_id (`card_…`).
   */
  @ApiPropertyOptional({ type: Object, example: {} })
  @IsOptional()
  @IsObject({ message: '$property must be an object' })
  external_data?: Record<string, unknown>;
}

/** Body of PATCH …/payment_sessions/{id}. */
export class UpdatePaymentSessionDto {
  /** Decimal in major units. If omitted, it stays unchanged. */
  @ApiPropertyOptional({ type: String, example: '50.00' })
  @IsOptional()
  @IsDecimalText()
  amount?: string | number;

  /** Merged into the session's external_data, key by key. */
  @ApiPropertyOptional({ type: Object, example: { note: 'gift' } })
  @IsOptional()
  @IsObject({ message: '$property must be an object' })
  external_data?: Record<string, unknown>;
}

/** Body of PATCH …/payment_sessions/{id}/complete. */
export class CompletePaymentSessionDto {
  /** The result that the gateway's page gave the storefront. Bogus ignores it. */
  @ApiPropertyOptional({ example: 'success' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  session_result?: string;

  /** Passed to the gateway and not stored, e.g. bogus: {"card_number": "4000000000000002"} is declined. */
  @ApiPropertyOptional({ type: Object, example: { card_number: '4111111111111111' } })
  @IsOptional()
  @IsObject({ message: '$property must be an object' })
  external_data?: Record<string, unknown>;
}

/** Spree's StorePaymentSession. */
export class SpreePaymentSession {
  /** Prefixed id. */
  @ApiProperty({ example: 'ps_1C5nQHTxNqcUU3WZ1J6bWb' })
  id!: string;

  @ApiProperty({
    example: 'pending',
    enum: ['pending', 'processing', 'completed', 'failed', 'canceled', 'expired'],
  })
  status!: string;

  /** ISO 4217. */
  @ApiProperty({ example: 'USD' })
  currency!: string;

  /** The gateway's id of the session. */
  @ApiProperty({ example: 'bogus_bff3b803518984b8c176fd93' })
  external_id!: string;

  /** The caller's external_data with what the gateway added. */
  @ApiProperty({ type: Object, example: { client_secret: 'bogus_secret_503a70deded891f4' } })
  external_data!: Readonly<Record<string, unknown>>;

  @ApiProperty({ type: String, nullable: true, example: null })
  customer_external_id!: string | null;

  /** ISO 8601 with milliseconds, UTC. */
  @ApiProperty({ type: String, nullable: true, example: null })
  expires_at!: string | null;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  created_at!: string;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  updated_at!: string;

  /** Decimal in major units, e.g. "110.0". */
  @ApiProperty({ example: '110.0' })
  amount!: string;

  @ApiProperty({ example: 'pm_1C5nQHTxNqcUU3WZ1J6bWb' })
  payment_method_id!: string;

  @ApiProperty({ example: 'or_1C5nQHTxNqcUU3WZ1J6bWb' })
  order_id!: string;

  @ApiProperty({ type: SpreePaymentMethod })
  payment_method!: SpreePaymentMethod;

  /** Present once the session has a payment. */
  @ApiPropertyOptional({ type: SpreePayment })
  payment?: SpreePayment;
}
