import { ApiProperty } from '@nestjs/swagger';

/** Spree's store credit. Amounts are decimals in major units, each also as display_…. */
export class SpreeStoreCredit {
  @ApiProperty({ example: 'credit_1C5nQHTxNqcUU3WZ1J6bWb' })
  id!: string;

  @ApiProperty({ example: '20.0' })
  amount!: string;

  @ApiProperty({ example: '0.0' })
  amount_used!: string;

  /** Neither used nor reserved for an open order. */
  @ApiProperty({ example: '20.0' })
  amount_remaining!: string;

  /** ISO 4217. */
  @ApiProperty({ example: 'USD' })
  currency!: string;

  [shown: string]: unknown;
}
