import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsDecimalText } from '../../../money/is-decimal-text';

/** Body of POST …/store_credits. */
export class ApplyStoreCreditDto {
  /** Decimal in major units of the order's currency. Default: as much as the order needs and the customer has. */
  @ApiPropertyOptional({ type: String, example: '10.0' })
  @IsOptional()
  @IsDecimalText()
  amount?: string | number;
}
