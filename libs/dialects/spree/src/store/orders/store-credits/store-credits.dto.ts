import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsDecimalText } from '../../../money/is-decimal-text';

/** Body of POST …/store_credits. */
export class ApplyStoreCreditDto {
  /** Decimal in major units of the order's currency. Left out: as much as there is, and as the order needs. */
  @ApiPropertyOptional({ type: String, example: '10.0' })
  @IsOptional()
  @IsDecimalText()
  amount?: string | number;
}
