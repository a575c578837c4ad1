import { ApiProperty } from '@nestjs/swagger';

/** The delivery of one event to one endpoint. */
export class SpreeWebhookDelivery {
  @ApiProperty({ example: 'whd_1C5nQHTxNqcUU3WZ1J6bWb' })
  id!: string;

  /** Same on every attempt and redelivery, so that receivers can detect duplicates. */
  @ApiProperty({ example: 'evt_1C5nQHTxNqcUU3WZ1J6bWb' })
  event_id!: string;

  @ApiProperty({ example: 'payment.captured' })
  event_type!: string;

  @ApiProperty({ example: 'delivered', enum: ['pending', 'delivered', 'failed'] })
  state!: string;

  /** Number of attempts. */
  @ApiProperty({ example: 1 })
  attempts!: number;

  /** HTTP status of the last response; null if there was none. */
  @ApiProperty({ type: Number, nullable: true, example: 200 })
  response_status!: number | null;

  /** The first KiB of the last response. */
  @ApiProperty({ type: String, nullable: true, example: 'ok' })
  response_body!: string | null;

  /** Why there was no response, or why nothing was sent. */
  @ApiProperty({ type: String, nullable: true, example: null })
  error!: string | null;

  /** The delivery that this one repeats. */
  @ApiProperty({ type: String, nullable: true, example: null })
  redelivery_of!: string | null;

  /** ISO 8601 with milliseconds, UTC. */
  @ApiProperty({ type: String, nullable: true, example: '2026-11-21T10:00:01.000Z' })
  last_attempt_at!: string | null;

  /** Null once it is delivered or failed. */
  @ApiProperty({ type: String, nullable: true, example: null })
  next_attempt_at!: string | null;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  created_at!: string;
}
