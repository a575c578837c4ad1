import { ApiProperty } from '@nestjs/swagger';

/** One telling of one event to one endpoint. */
export class SpreeWebhookDelivery {
  @ApiProperty({ example: 'whd_1C5nQHTxNqcUU3WZ1J6bWb' })
  id!: string;

  /** The same on every attempt and redelivery: how a receiver tells a repeat. */
  @ApiProperty({ example: 'evt_1C5nQHTxNqcUU3WZ1J6bWb' })
  event_id!: string;

  @ApiProperty({ example: 'payment.captured' })
  event_type!: string;

  @ApiProperty({ example: 'delivered', enum: ['pending', 'delivered', 'failed'] })
  state!: string;

  /** How often it was sent. */
  @ApiProperty({ example: 1 })
  attempts!: number;

  /** The last answer's; null where there was none. */
  @ApiProperty({ type: Number, nullable: true, example: 200 })
  response_status!: number | null;

  /** The last answer's first KiB. */
  @ApiProperty({ type: String, nullable: true, example: 'ok' })
  response_body!: string | null;

  /** Why there was no answer, or why nothing was sent. */
  @ApiProperty({ type: String, nullable: true, example: null })
  error!: string | null;

  /** The delivery that this one repeats. */
  @ApiProperty({ type: String, nullable: true, example: null })
  redelivery_of!: string | null;

  /** ISO 8601 with milliseconds, UTC. */
  @ApiProperty({ type: String, nullable: true, example: '2026-11-21T10:00:01.000Z' })
  last_attempt_at!: string | null;

  /** Null once it has arrived or was given up. */
  @ApiProperty({ type: String, nullable: true, example: null })
  next_attempt_at!: string | null;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  created_at!: string;
}
