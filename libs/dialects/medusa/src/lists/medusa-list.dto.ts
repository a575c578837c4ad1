import { ApiProperty } from '@nestjs/swagger';

/** The page's place in the list. */
export class MedusaList {
  /** Total number of items. */
  @ApiProperty({ example: 1 })
  count!: number;

  /** Number of items skipped. */
  @ApiProperty({ example: 0 })
  offset!: number;

  /** Maximum number of items on the page. */
  @ApiProperty({ example: 20 })
  limit!: number;
}
