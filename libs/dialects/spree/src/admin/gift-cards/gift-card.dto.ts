import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsTimeText } from '@tandem/http';
import { IsOptional, IsString, Matches } from 'class-validator';
import { IsDecimalText } from '../../money/is-decimal-text';
import { Refuses } from '../../errors/refuses';

/** Body of POST /api/v3/admin/gift_cards. */
@Refuses('user_id', 'gift_card_batch_id', 'batch_id', 'state', 'expires', 'metadata')
export class IssueGiftCardDto {
  /** Decimal in major units, above zero. */
  @ApiProperty({ type: String, example: '50.00' })
  @IsDecimalText()
  amount!: string | number;

  /** ISO 4217. */
  @ApiProperty({ example: 'USD' })
  @Matches(/^[A-Za-z]{3}$/, { message: '$property is not a currency of ISO 4217' })
  currency!: string;

  /** At least eight letters or digits, so that it cannot be guessed. Default: sixteen random ones. */
  @ApiPropertyOptional({ example: 'SUMMER-2026-AB12' })
  @IsOptional()
  @Matches(/^(?=(?:[\s-]*[A-Za-z0-9]){8})[A-Za-z0-9\s-]{8,64}$/, {
    message: '$property must be 8 to 64 letters or digits',
  })
  code?: string;

  /** Prefixed id of the only customer who can use it. Default: anyone with the code. */
  @ApiPropertyOptional({ example: 'cus_1C5nQHTxNqcUU3WZ1J6bWb' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  customer_id?: string;

  /** ISO 8601. The card cannot be applied from then on. */
  @ApiPropertyOptional({ example: '2027-12-31' })
  @IsOptional()
  @IsTimeText()
  expires_at?: string;
}
