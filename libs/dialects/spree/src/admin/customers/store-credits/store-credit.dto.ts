import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { IsDecimalText } from '../../../money/is-decimal-text';
import { Refuses } from '../../../errors/refuses';

/** Body of POST /api/v3/admin/customers/{id}/store_credits. */
@Refuses('expires_at', 'category_id', 'credit_type_id', 'originator_id', 'metadata')
export class IssueStoreCreditDto {
  /** Decimal in major units, above zero. */
  @ApiProperty({ type: String, example: '20.00' })
  @IsDecimalText()
  amount!: string | number;

  /** ISO 4217. */
  @ApiProperty({ example: 'USD' })
  @Matches(/^[A-Za-z]{3}$/, { message: '$property is not a currency of ISO 4217' })
  currency!: string;

  /** Reason, shown to staff only. */
  @ApiPropertyOptional({ example: 'For the late parcel' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  @MaxLength(2000)
  memo?: string;
}
