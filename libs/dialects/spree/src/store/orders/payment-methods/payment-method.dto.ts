import { ApiProperty } from '@nestjs/swagger';

/** Spree's StorePaymentMethod. */
export class SpreePaymentMethod {
  /** Prefixed id. */
  @ApiProperty({ example: 'pm_1C5nQHTxNqcUU3WZ1J6bWb' })
  id!: string;

  /** As the store calls it. */
  @ApiProperty({ example: 'Credit Card' })
  name!: string;

  @ApiProperty({ type: String, nullable: true, example: null })
  description!: string | null;

  /** Spree's class name of the method. */
  @ApiProperty({ example: 'Spree::Gateway::Bogus' })
  type!: string;

  /** True: a shopper pays with it through a payment session only. */
  @ApiProperty({ example: true })
  session_required!: boolean;

  /** True: paying with it names a saved source. No method here needs one. */
  @ApiProperty({ example: false })
  source_required!: boolean;
}

/** A store's methods: {data, meta}, without pages. */
export class SpreePaymentMethodList {
  @ApiProperty({ type: [SpreePaymentMethod] })
  data!: SpreePaymentMethod[];

  @ApiProperty({ example: { count: 2 } })
  meta!: { count: number };
}
