import { ApiProperty, OmitType } from '@nestjs/swagger';
import { SpreeCreditCard } from '../../customer/credit-cards/credit-card.dto';

/** The card of one payment, as its gateway tells it. Ours beside Spree's: wallet, country. */
export class SpreePaidCard extends OmitType(SpreeCreditCard, ['month', 'year']) {
  /** 1 to 12. */
  @ApiProperty({ type: Number, nullable: true, example: 12 })
  month!: number | null;

  /** Four digits. */
  @ApiProperty({ type: Number, nullable: true, example: 2027 })
  year!: number | null;

  /** Through which it came: `apple_pay`, `google_pay`, … */
  @ApiProperty({ type: String, nullable: true, example: 'apple_pay' })
  wallet!: string | null;

  /** Where the card was issued: ISO 3166-1 alpha-2. */
  @ApiProperty({ type: String, nullable: true, example: 'US' })
  country!: string | null;
}

/** Spree's StorePaymentSource: an account or a voucher. Ours beside Spree's: type, bank, last4, country. */
export class SpreePaymentSource {
  @ApiProperty({ example: 'ps_1C5nQHTxNqcUU3WZ1J6bWb' })
  id!: string;

  @ApiProperty({ type: String, nullable: true, example: null })
  gateway_payment_profile_id!: string | null;

  /** The gateway's word: `ideal`, `sepa_debit`, `oxxo`, … */
  @ApiProperty({ example: 'ideal' })
  type!: string;

  @ApiProperty({ type: String, nullable: true, example: 'rabobank' })
  bank!: string | null;

  /** The last digits of the account. */
  @ApiProperty({ type: String, nullable: true, example: '3000' })
  last4!: string | null;

  /** ISO 3166-1 alpha-2. */
  @ApiProperty({ type: String, nullable: true, example: 'NL' })
  country!: string | null;
}
