import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsDecimalText } from '../../../is-decimal-text';
import { Refuses } from '../../../refuses';

/** Body of PATCH …/payments/{id}/capture. */
@Refuses('currency')
export class CapturePaymentDto {
  /** Decimal in major units. Left out: all that is left to capture. */
  @ApiPropertyOptional({ type: String, example: '40.00' })
  @IsOptional()
  @IsDecimalText()
  amount?: string | number;
}
