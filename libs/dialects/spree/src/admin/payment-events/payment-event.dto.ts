import { ApiProperty } from '@nestjs/swagger';

/** A webhook event received from a gateway, and its outcome. */
export class SpreePaymentEvent {
  @ApiProperty({ example: 'pe_1C5nQHTxNqcUU3WZ1J6bWb' })
  id!: string;

  @ApiProperty({ example: 'pp_stripe_stripe' })
  provider_id!: string;

  /** The payment method whose webhook URL received it; null for a URL that names only a provider. */
  @ApiProperty({ type: String, nullable: true, example: 'pm_1C5nQHTxNqcUU3WZ1J6bWb' })
  payment_method_id!: string | null;

  @ApiProperty({ example: 'failed', enum: ['received', 'handled', 'ignored', 'refused', 'failed'] })
  state!: string;

  /** The gateway's event id, if it could be parsed. */
  @ApiProperty({ type: String, nullable: true, example: 'evt_1PqR2s' })
  event_id!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'payment_intent.succeeded' })
  event_type!: string | null;

  /** Why it is not handled, or not yet. */
  @ApiProperty({ type: String, nullable: true, example: 'No session or payment has the id pi_1PqR2s' })
  reason!: string | null;

  /** Number of attempts to handle it. */
  @ApiProperty({ example: 8 })
  attempts!: number;

  /** Time of the next attempt; null once it is settled. ISO 8601 with milliseconds, UTC. */
  @ApiProperty({ type: String, nullable: true, example: null })
  next_attempt_at!: string | null;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  received_at!: string;

  @ApiProperty({ type: String, nullable: true, example: '2026-11-21T10:32:00.000Z' })
  settled_at!: string | null;
}
