import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { StatedDecimal } from '../../../money/is-decimal-text';
import { Refuses } from '../../../errors/refuses';
import { SpreePayment } from '../../../store/orders/payments/payment.dto';

/** Body of PATCH …/payments/{id}/capture. */
@Refuses('currency')
export class CapturePaymentDto {
  static readonly nullFields = ['amount'];

  /** Decimal in major units. Left out: all that is left to capture. */
  @ApiPropertyOptional({ type: String, example: '40.00' })
  @StatedDecimal()
  amount?: string | number;
}

/** A dispute of a payment at its bank, as the gateway tells it. */
export class SpreeDispute {
  /** The gateway's id of it. */
  @ApiProperty({ example: 'dp_1PQa2b3c4d' })
  id!: string;

  /** `withdrawn`: the bank took the amount back. `reinstated`: it returned it. `won`, `lost`: it has decided. */
  @ApiProperty({ example: 'opened', enum: ['opened', 'withdrawn', 'reinstated', 'won', 'lost'] })
  status!: string;

  /** Decimal in major units. */
  @ApiProperty({ example: '110.0' })
  amount!: string;

  /** The bank's, in the gateway's word. */
  @ApiProperty({ type: String, nullable: true, example: 'fraudulent' })
  reason!: string | null;

  /** Until when evidence can be handed in; ISO 8601, UTC. */
  @ApiProperty({ type: String, nullable: true, example: '2026-12-10T00:00:00.000Z' })
  due_by!: string | null;
}

/** A payment as staff see it. Ours beside Spree's: capture_before, disputes. */
export class SpreeAdminPayment extends SpreePayment {
  @ApiProperty({ example: 'or_1C5nQHTxNqcUU3WZ1J6bWb' })
  order_id!: string;

  /** Decimal in major units. */
  @ApiProperty({ example: '40.0' })
  captured_amount!: string;

  /** Until when what is held can be captured, where the gateway tells; ISO 8601, UTC. */
  @ApiProperty({ type: String, nullable: true, example: '2026-12-05T10:00:00.000Z' })
  capture_before!: string | null;

  /** Oldest first. */
  @ApiProperty({ type: [SpreeDispute] })
  disputes!: SpreeDispute[];
}

/** An order's payments: {data, meta}, without pages. */
export class SpreeAdminPaymentList {
  @ApiProperty({ type: [SpreeAdminPayment] })
  data!: SpreeAdminPayment[];

  @ApiProperty({ example: { count: 1 } })
  meta!: { count: number };
}
