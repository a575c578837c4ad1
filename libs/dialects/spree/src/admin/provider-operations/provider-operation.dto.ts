import { ApiProperty } from '@nestjs/swagger';

/** A call to a gateway whose outcome is still unknown. */
export class SpreeProviderOperation {
  @ApiProperty({ example: 'po_1C5nQHTxNqcUU3WZ1J6bWb' })
  id!: string;

  @ApiProperty({ example: 'capture' })
  verb!: string;

  @ApiProperty({ example: 'pp_stripe_stripe' })
  provider_id!: string;

  @ApiProperty({ example: 'or_1C5nQHTxNqcUU3WZ1J6bWb' })
  order_id!: string;

  @ApiProperty({ example: 'ps_1C5nQHTxNqcUU3WZ1J6bWb' })
  payment_session_id!: string;

  /** Null if the verb concerns the session. */
  @ApiProperty({ type: String, nullable: true, example: 'py_1C5nQHTxNqcUU3WZ1J6bWb' })
  payment_id!: string | null;

  /** Decimal in major units. */
  @ApiProperty({ example: '10.0' })
  amount!: string;

  @ApiProperty({ example: 'USD' })
  currency!: string;

  /** Number of times it was sent. */
  @ApiProperty({ example: 1 })
  attempts!: number;

  /** Seconds since it was created. */
  @ApiProperty({ example: 42 })
  age_seconds!: number;

  /** When it was last sent. ISO 8601 with milliseconds, UTC. */
  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  sent_at!: string;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  created_at!: string;
}
