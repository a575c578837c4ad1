import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional, IsString } from 'class-validator';
import { IsDecimalText } from '../../../money/is-decimal-text';

/** Body of POST …/payments: pays with a method that needs no payment session, e.g. a check. */
export class TakePaymentDto {
  /** Prefixed id of an active payment method. */
  @ApiProperty({ required: true, example: 'pm_1C5nQHTxNqcUU3WZ1J6bWb' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  payment_method_id?: string;

  /** Decimal in major units. Default: the whole outstanding amount. */
  @ApiPropertyOptional({ type: String, example: '110.0' })
  @IsOptional()
  @IsDecimalText()
  amount?: string | number;

  /** Prefixed id of a saved card of the order's customer, for a method whose gateway saves cards. */
  @ApiPropertyOptional({ example: 'card_1C5nQHTxNqcUU3WZ1J6bWb' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  source_id?: string;

  /** Stored with the payment's session. No card numbers. */
  @ApiPropertyOptional({ type: Object, example: {} })
  @IsOptional()
  @IsObject({ message: '$property must be an object' })
  metadata?: Record<string, unknown>;
}
