import { ApiProperty } from '@nestjs/swagger';

/** Spree's gift card, with legacy and current field names. Amounts are decimals in major units, each also as display_…. */
export class SpreeGiftCard {
  @ApiProperty({ example: 'gc_1C5nQHTxNqcUU3WZ1J6bWb' })
  id!: string;

  @ApiProperty({ example: 'R4TK9ZP2M7QX3W8C' })
  code!: string;

  @ApiProperty({
    example: 'active',
    enum: ['active', 'partially_redeemed', 'redeemed', 'expired', 'canceled'],
  })
  state!: string;

  /** ISO 4217. */
  @ApiProperty({ example: 'USD' })
  currency!: string;

  @ApiProperty({ example: '50.0' })
  amount!: string;

  @ApiProperty({ example: '0.0' })
  amount_used!: string;

  /** Reserved for open orders. */
  @ApiProperty({ example: '0.0' })
  amount_authorized!: string;

  @ApiProperty({ example: '50.0' })
  amount_remaining!: string;

  /** ISO 8601. */
  @ApiProperty({ type: String, nullable: true, example: null })
  expires_at!: string | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  redeemed_at!: string | null;

  @ApiProperty({ example: false })
  expired!: boolean;

  @ApiProperty({ example: true })
  active!: boolean;

  [shown: string]: unknown;
}
