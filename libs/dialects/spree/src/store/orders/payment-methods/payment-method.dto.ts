import { ApiProperty } from '@nestjs/swagger';

/** Spree's StorePaymentMethod. */
export class SpreePaymentMethod {
  /** Prefixed id. */
  @ApiProperty({ example: 'pm_1C5nQHTxNqcUU3WZ1J6bWb' })
  id!: string;

  /** The store's name for it. */
  @ApiProperty({ example: 'Credit Card' })
  name!: string;

  @ApiProperty({ type: String, nullable: true, example: null })
  description!: string | null;

  /** Spree's class name for the method. */
  @ApiProperty({ example: 'Spree::Gateway::Bogus' })
  type!: string;

  /** True: shoppers can pay with it only through a payment session. */
  @ApiProperty({ example: true })
  session_required!: boolean;

  /** True: paying with it requires a saved source. Always false here. */
  @ApiProperty({ example: false })
  source_required!: boolean;
}

/** Payment methods: {data, meta}, without pages. */
export class SpreePaymentMethodList {
  @ApiProperty({ type: [SpreePaymentMethod] })
  data!: SpreePaymentMethod[];

  @ApiProperty({ example: { count: 2 } })
  meta!: { count: number };
}
