import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** Medusa's StoreCart; `fields` selects its properties. Amounts are numbers in major units. */
export class MedusaCart {
  @ApiProperty({ example: 'cart_01M7XQVPQE1WS3DR96RDAEJEHC' })
  id!: string;

  /** ISO 4217, lower case. */
  @ApiProperty({ example: 'usd' })
  currency_code!: string;

  @ApiProperty({ type: String, nullable: true, example: 'guest@example.com' })
  email!: string | null;

  @ApiProperty({ example: 'reg_01M7XQVPA45430JE348FTF9H3C' })
  region_id!: string;

  /** The amount for payments: `original_total` less credit lines. */
  @ApiProperty({ example: 110 })
  total!: number;

  @ApiProperty({ example: 110 })
  original_total!: number;

  /** The amount covered by store credit and a gift card. */
  @ApiProperty({ example: 0 })
  credit_line_total!: number;

  /** When the order was placed. */
  @ApiProperty({ type: String, nullable: true, example: null })
  completed_at!: string | null;

  @ApiProperty({
    example: [
      {
        id: 'cali_01M7XQVPQG1RC0QAAP3T7GFCRZ',
        variant_id: 'variant_01M7XQVPG8CG5BZS28RBY90XAH',
        title: 'T-shirt',
        quantity: 2,
        unit_price: 55,
      },
    ],
  })
  items!: unknown[];

  @ApiProperty({ type: Object, nullable: true, example: null })
  shipping_address!: Record<string, unknown> | null;

  @ApiProperty({ type: Object, nullable: true, example: null })
  billing_address!: Record<string, unknown> | null;
}

/** {cart} */
export class MedusaCartResponse {
  @ApiProperty({ type: MedusaCart })
  cart!: MedusaCart;
}

/** The removed line item, and the updated cart. */
export class MedusaLineRemoved {
  @ApiProperty({ example: 'cali_01M7XQVPQG1RC0QAAP3T7GFCRZ' })
  id!: string;

  @ApiProperty({ example: 'line-item' })
  object!: string;

  @ApiProperty({ example: true })
  deleted!: boolean;

  @ApiProperty({ type: MedusaCart })
  parent!: MedusaCart;
}

/** The placed order, or the cart and the error. */
export class MedusaCartCompletion {
  @ApiProperty({ enum: ['order', 'cart'], example: 'order' })
  type!: string;

  /** Present if the order was placed. */
  @ApiPropertyOptional({
    type: Object,
    example: { id: 'order_01M7XQXQ94P72XKRF1EV7B8A2Z', status: 'pending', total: 110 },
  })
  order?: Record<string, unknown>;

  /** Present if it was not. */
  @ApiPropertyOptional({ type: Object })
  cart?: Record<string, unknown>;

  /** The error: declined, or the customer must act first. */
  @ApiPropertyOptional({
    type: Object,
    example: {
      message: 'The card was declined',
      name: 'payment_authorization_error',
      type: 'payment_authorization_error',
    },
  })
  error?: { message: string; name: string; type: string };
}
