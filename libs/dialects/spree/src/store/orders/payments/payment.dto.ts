import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { SpreeCreditCard } from '../../customer/credit-cards/credit-card.dto';
import { SpreePaymentMethod } from '../payment-methods/payment-method.dto';
import { SpreePaidCard, SpreePaymentSource } from './payment-source.dto';

/** Spree's StorePayment. */
@ApiExtraModels(SpreePaidCard, SpreePaymentSource)
export class SpreePayment {
  /** Prefixed id. */
  @ApiProperty({ example: 'py_1C5nQHTxNqcUU3WZ1J6bWb' })
  id!: string;

  @ApiProperty({ example: 'pm_1C5nQHTxNqcUU3WZ1J6bWb' })
  payment_method_id!: string;

  /** `checkout`: to be paid manually, once the order is completed. `pending`: authorized. `completed`: captured. `void`: canceled. */
  @ApiProperty({ example: 'pending', enum: ['checkout', 'pending', 'completed', 'void'] })
  state!: string;

  /** Current name of state. */
  @ApiProperty({ example: 'pending', enum: ['checkout', 'pending', 'completed', 'void'] })
  status!: string;

  /** The gateway's id of the payment session that created it. */
  @ApiProperty({ type: String, nullable: true, example: 'bogus_0a1b2c3d4e5f60718293a4b5' })
  response_code!: string | null;

  /** P and 7 letters or digits. */
  @ApiProperty({ example: 'P7RT4KX2' })
  number!: string;

  /** Decimal in major units: the authorized amount while pending, the captured amount once completed. */
  @ApiProperty({ example: '110.0' })
  amount!: string;

  @ApiProperty({ example: '$110.00' })
  display_amount!: string;

  /** Added by Tandem: authorized and not captured; decimal in major units. */
  @ApiProperty({ example: '60.0' })
  uncaptured_amount!: string;

  /** Added by Tandem: the released amount, of a voided payment or after a partial capture; decimal in major units. */
  @ApiProperty({ example: '0.0' })
  voided_amount!: string;

  /** ISO 8601 with milliseconds, UTC. */
  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  created_at!: string;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  updated_at!: string;

  /** Type of the source; null if the gateway does not report one. */
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'credit_card',
    enum: ['credit_card', 'payment_source', null],
  })
  source_type!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'card_1C5nQHTxNqcUU3WZ1J6bWb' })
  source_id!: string | null;

  /** A saved card, a card entered for this payment only, or an account or voucher. */
  @ApiProperty({
    oneOf: [{ $ref: getSchemaPath(SpreePaidCard) }, { $ref: getSchemaPath(SpreePaymentSource) }],
    nullable: true,
  })
  source!: SpreeCreditCard | SpreePaidCard | SpreePaymentSource | null;

  @ApiProperty({ type: SpreePaymentMethod })
  payment_method!: SpreePaymentMethod;
}

/** An order's payments: {data, meta}, without pages. */
export class SpreePaymentList {
  @ApiProperty({ type: [SpreePayment] })
  data!: SpreePayment[];

  @ApiProperty({ example: { count: 1 } })
  meta!: { count: number };
}
