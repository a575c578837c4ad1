import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { DecimalText } from '../../../money/is-decimal-text';
import { Refuses } from '../../../errors/refuses';

/** Body of POST /api/v3/admin/orders/{id}/refunds. */
@Refuses('reason', 'reason_id', 'note', 'currency', 'transaction_id', 'reimbursement_id', 'metadata')
export class RefundPaymentDto {
  static readonly nullFields = ['amount'];

  /** Prefixed id of a payment of the order. */
  @ApiProperty({ required: true, example: 'py_1C5nQHTxNqcUU3WZ1J6bWb' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  payment_id?: string;

  /** Decimal in major units. Default: the whole amount that can still be refunded. */
  @ApiPropertyOptional({ type: String, example: '10.00' })
  @DecimalText()
  amount?: string | number;

  /** Prefixed id of one of the store's refund reasons. */
  @ApiPropertyOptional({ example: 'rr_1C5nQHTxNqcUU3WZ1J6bWb' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  refund_reason_id?: string;
}

/** Spree's refund. */
export class SpreeRefund {
  @ApiProperty({ example: 're_1C5nQHTxNqcUU3WZ1J6bWb' })
  id!: string;

  /** The gateway's id of the refund. */
  @ApiProperty({ type: String, nullable: true, example: 'bogus_refund_0a1b2c3d4e5f60718293a4b5' })
  transaction_id!: string | null;

  /** Decimal in major units. */
  @ApiProperty({ example: '10.0' })
  amount!: string;

  @ApiProperty({ example: '$10.00' })
  display_amount!: string;

  /**
   * Added by Tandem. `pending`: the gateway is processing it, and its amount cannot be refunded again. `failed`: the bank returned
   * it, and its amount can be refunded again.
   */
  @ApiProperty({ example: 'succeeded', enum: ['pending', 'succeeded', 'failed'] })
  state!: 'pending' | 'succeeded' | 'failed';

  @ApiProperty({ example: 'py_1C5nQHTxNqcUU3WZ1J6bWb' })
  payment_id!: string;

  @ApiProperty({ type: String, nullable: true, example: null })
  refund_reason_id!: string | null;

  /** Always null: Tandem has no returns. */
  @ApiProperty({ type: String, nullable: true, example: null })
  reimbursement_id!: string | null;

  /** ISO 8601 with milliseconds, UTC. */
  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  created_at!: string;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  updated_at!: string;
}

/** An order's refunds: {data, meta}, without pages. */
export class SpreeRefundList {
  @ApiProperty({ type: [SpreeRefund] })
  data!: SpreeRefund[];

  @ApiProperty({ example: { count: 1 } })
  meta!: { count: number };
}
