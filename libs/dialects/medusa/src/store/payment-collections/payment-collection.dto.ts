import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional, IsString } from 'class-validator';

/** Body of POST /store/payment-collections. */
export class CreatePaymentCollectionDto {
  /** The cart to pay. */
  @ApiProperty({ example: 'cart_01M7XQVPQE1WS3DR96RDAEJEHC' })
  @IsString()
  cart_id!: string;
}

/** Body of POST /store/payment-collections/{id}/payment-sessions. */
export class MedusaCreatePaymentSessionDto {
  /** A provider of the cart's region (GET /store/payment-providers). */
  @ApiProperty({ example: 'pp_bogus_default' })
  @IsString()
  provider_id!: string;

  /** Stored with the session and passed to the provider. No card numbers. */
  @ApiPropertyOptional({ type: Object, example: {} })
  @IsOptional()
  @IsObject()
  data?: Record<string, unknown>;
}

/** Medusa's StorePaymentCollection; `fields` selects its properties. Amounts are numbers in major units. */
export class MedusaPaymentCollection {
  @ApiProperty({ example: 'pay_col_01M7XQVQ0YS1WFDP8V58VW5BCE' })
  id!: string;

  /** ISO 4217, lower case. */
  @ApiProperty({ example: 'usd' })
  currency_code!: string;

  @ApiProperty({ example: 110 })
  amount!: number;

  @ApiProperty({
    type: 'array',
    items: { type: 'object' },
    example: [
      {
        id: 'payses_01M7XQVQFB1NHX6HGTN8WKKHXZ',
        currency_code: 'usd',
        provider_id: 'pp_bogus_default',
        data: { client_secret: 'bogus_secret_503a70deded891f4' },
        context: {},
        status: 'pending',
        authorized_at: null,
        payment_collection_id: 'pay_col_01M7XQVQ0YS1WFDP8V58VW5BCE',
        payment: null,
        metadata: {},
        raw_amount: { value: '110', precision: 20 },
        created_at: '2026-11-21T00:24:52.459Z',
        updated_at: '2026-11-21T00:24:52.459Z',
        deleted_at: null,
        amount: 110,
      },
    ],
  })
  payment_sessions!: unknown[];
}

/** {payment_collection} */
export class MedusaPaymentCollectionResponse {
  @ApiProperty({ type: MedusaPaymentCollection })
  payment_collection!: MedusaPaymentCollection;
}
