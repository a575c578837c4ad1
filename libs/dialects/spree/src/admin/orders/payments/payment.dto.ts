import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DecimalText } from '../../../money/is-decimal-text';
import { Refuses } from '../../../errors/refuses';
import { SpreePayment } from '../../../store/orders/payments/payment.dto';

/** Body of PATCH …/payments/{id}/capture. */
@Refuses('currency')
export class CapturePaymentDto {
  static readonly nullFields = ['amount'];

  /** Decimal in major units. Default: the whole amount that can still be captured. */
  @ApiPropertyOptional({ type: String, example: '40.00' })
  @DecimalText()
  amount?: string | number;
}

/** A dispute (chargeback) of a payment, as reported by the gateway. */
export class SpreeDispute {
  /** The gateway's id of the dispute. */
  @ApiProperty({ example: 'dp_1PQa2b3c4d' })
  id!: string;

  /** `withdrawn`: the bank took the amount back. `reinstated`: the bank returned it. `won`, `lost`: the bank's decision. */
  @ApiProperty({ example: 'opened', enum: ['opened', 'withdrawn', 'reinstated', 'won', 'lost'] })
  status!: string;

  /** Decimal in major units. */
  @ApiProperty({ example: '110.0' })
  amount!: string;

  /** The bank's reason, in the gateway's term. */
  @ApiProperty({ type: String, nullable: true, example: 'fraudulent' })
  reason!: string | null;

  /** Deadline for evidence; ISO 8601, UTC. */
  @ApiProperty({ type: String, nullable: true, example: '2026-12-10T00:00:00.000Z' })
  due_by!: string | null;
}

/** A payment for staff. Tandem adds capture_before and disputes to Spree's fields. */
export class SpreeAdminPayment extends SpreePayment {
  @ApiProperty({ example: 'or_1C5nQHTxNqcUU3WZ1J6bWb' })
  order_id!: string;

  /** Decimal in major units. */
  @ApiProperty({ example: '40.0' })
  captured_amount!: string;

  /** When the authorization expires, if the gateway says; ISO 8601, UTC. */
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
