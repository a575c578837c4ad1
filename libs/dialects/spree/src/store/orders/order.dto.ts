import { ApiProperty } from '@nestjs/swagger';
import { SpreeLineItem } from './line-items/line-item.dto';
import { SpreePaymentMethod } from './payment-methods/payment-method.dto';
import { SpreePayment } from './payments/payment.dto';

/** Spree's StoreOrder. Amounts are decimals in major units, each also as display_… ("$110.00"). */
export class SpreeOrder {
  /** Prefixed id. */
  @ApiProperty({ example: 'or_1C5nQHTxNqcUU3WZ1J6bWb' })
  id!: string;

  @ApiProperty({ example: 'R123456789' })
  number!: string;

  @ApiProperty({ example: 'payment', enum: ['cart', 'payment', 'complete', 'canceled'] })
  state!: string;

  /** Guests send it in the header x-spree-order-token. */
  @ApiProperty()
  token!: string;

  @ApiProperty({ type: String, nullable: true, example: 'guest@example.com' })
  email!: string | null;

  /** ISO 4217. */
  @ApiProperty({ example: 'USD' })
  currency!: string;

  @ApiProperty({ example: 2 })
  item_count!: number;

  /** Null while open; then compares what was captured and not refunded with the amount due. A voluntary refund leaves no balance due. */
  @ApiProperty({ type: String, nullable: true, enum: ['balance_due', 'credit_owed', 'paid', 'void'] })
  payment_state!: string | null;

  /** Payment status of the current API. */
  @ApiProperty({
    example: 'authorized',
    enum: [
      'none',
      'authorized',
      'partially_paid',
      'paid',
      'partially_refunded',
      'refunded',
      'overcharged',
      'voided',
    ],
  })
  payment_status!: string;

  @ApiProperty({ example: '110.0' })
  total!: string;

  @ApiProperty({ example: '$110.00' })
  display_total!: string;

  @ApiProperty({ type: [SpreeLineItem] })
  line_items!: SpreeLineItem[];

  @ApiProperty({ type: [SpreePayment] })
  payments!: SpreePayment[];

  @ApiProperty({ type: [SpreePaymentMethod] })
  payment_methods!: SpreePaymentMethod[];

  [shown: string]: unknown;
}
