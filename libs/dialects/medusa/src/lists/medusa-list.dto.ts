import { ApiProperty } from '@nestjs/swagger';

/** Where a list's page stands in the whole. */
export class MedusaList {
  /** How many there are in all. */
  @ApiProperty({ example: 1 })
  count!: number;

  /** After how many the page begins. */
  @ApiProperty({ example: 0 })
  offset!: number;

  /** At most how many are on it. */
  @ApiProperty({ example: 20 })
  limit!: number;
}
