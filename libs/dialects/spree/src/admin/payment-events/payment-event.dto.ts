import { ApiProperty } from '@nestjs/swagger';

/** What a gateway said unasked, and what came of it. */
export class SpreePaymentEvent {
  @ApiProperty({ example: 'pe_1C5nQHTxNqcUU3WZ1J6bWb' })
  id!: string;

  @ApiProperty({ example: 'pp_stripe_stripe' })
  provider_id!: string;

  /** The method whose hook it came to; null for a hook that names a provider only. */
  @ApiProperty({ type: String, nullable: true, example: 'pm_1C5nQHTxNqcUU3WZ1J6bWb' })
  payment_method_id!: string | null;

  @ApiProperty({ example: 'failed', enum: ['received', 'handled', 'ignored', 'refused', 'failed'] })
  state!: string;

  /** The gateway's own id of it, where it could be read. */
  @ApiProperty({ type: String, nullable: true, example: 'evt_1PqR2s' })
  event_id!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'payment_intent.succeeded' })
  event_type!: string | null;

  /** Why it was not handled, or not yet. */
  @ApiProperty({ type: String, nullable: true, example: 'No session or payment has the id pi_1PqR2s' })
  reason!: string | null;

  /** How often it was tried. */
  @ApiProperty({ example: 8 })
  attempts!: number;

  /** When it is tried again; null once something came of it. ISO 8601 with milliseconds, UTC. */
  @ApiProperty({ type: String, nullable: true, example: null })
  next_attempt_at!: string | null;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  received_at!: string;

  @ApiProperty({ type: String, nullable: true, example: '2026-11-21T10:32:00.000Z' })
  settled_at!: string | null;
}
