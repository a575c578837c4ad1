import { ApiProperty } from '@nestjs/swagger';

/** A paid order that is not completed. */
export class SpreeUnplacedOrder {
  /** Prefixed order id. PATCH /api/v3/admin/orders/{id}/complete completes it once the problem is solved. */
  @ApiProperty({ example: 'or_1C5nQHTxNqcUU3WZ1J6bWb' })
  id!: string;

  @ApiProperty({ example: 'R123456789' })
  number!: string;

  /** What prevents completion, in words. */
  @ApiProperty({ example: '5.00 USD is still to be paid' })
  problem!: string;

  /** Decimal in major units. */
  @ApiProperty({ example: '110.0' })
  total!: string;

  @ApiProperty({ example: 'USD' })
  currency!: string;

  /** When completion was requested; null if it was not. ISO 8601, UTC. */
  @ApiProperty({ type: String, nullable: true, example: '2026-11-21T10:00:00.000Z' })
  completion_requested_at!: string | null;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  created_at!: string;
}
