import { ApiProperty, OmitType } from '@nestjs/swagger';
import { SpreeCreditCard } from '../../customer/credit-cards/credit-card.dto';

/** The card of a payment, as reported by the gateway. Tandem adds wallet and country to Spree's fields. */
export class SpreePaidCard extends OmitType(SpreeCreditCard, ['month', 'year']) {
  /** 1 to 12. */
  @ApiProperty({ type: Number, nullable: true, example: 12 })
  month!: number | null;

  /** Four digits. */
  @ApiProperty({ type: Number, nullable: true, example: 2027 })
  year!: number | null;

  /** The wallet it was paid through: `apple_pay`, `google_pay`, … */
  @ApiProperty({ type: String, nullable: true, example: 'apple_pay' })
  wallet!: string | null;

  /** Country of issue, ISO 3166-1 alpha-2. */
  @ApiProperty({ type: String, nullable: true, example: 'US' })
  country!: string | null;
}

/** Spree's StorePaymentSource: an account or a voucher. Tandem adds type, bank, last4 and country. */
export class SpreePaymentSource {
  @ApiProperty({ example: 'ps_1C5nQHTxNqcUU3WZ1J6bWb' })
  id!: string;

  @ApiProperty({ type: String, nullable: true, example: null })
  gateway_payment_profile_id!: string | null;

  /** The gateway's payment method type: `ideal`, `sepa_debit`, `oxxo`, … */
  @ApiProperty({ example: 'ideal' })
  type!: string;

  @ApiProperty({ type: String, nullable: true, example: 'rabobank' })
  bank!: string | null;

  /** Last four digits of the account. */
  @ApiProperty({ type: String, nullable: true, example: '3000' })
  last4!: string | null;

  /** ISO 3166-1 alpha-2. */
  @ApiProperty({ type: String, nullable: true, example: 'NL' })
  country!: string | null;
}
