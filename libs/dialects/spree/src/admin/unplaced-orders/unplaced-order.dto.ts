import { ApiProperty } from '@nestjs/swagger';

/** An open order that money is on and that is not placed. */
export class SpreeUnplacedOrder {
  /** Of the order: PATCH /api/v3/admin/orders/{id}/complete places it once nothing keeps it. */
  @ApiProperty({ example: 'or_1C5nQHTxNqcUU3WZ1J6bWb' })
  id!: string;

  @ApiProperty({ example: 'R123456789' })
  number!: string;

  /** What keeps it from being placed, in words. */
  @ApiProperty({ example: '5.00 USD is still to be paid' })
  problem!: string;

  /** Decimal in major units. */
  @ApiProperty({ example: '110.0' })
  total!: string;

  @ApiProperty({ example: 'USD' })
  currency!: string;

  /** Since when it is to be placed as soon as it can be; null where nobody has asked for that. ISO 8601, UTC. */
  @ApiProperty({ type: String, nullable: true, example: '2026-11-21T10:00:00.000Z' })
  completion_requested_at!: string | null;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  created_at!: string;
}
