import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNumber, IsPositive, IsString } from 'class-validator';
import { MedusaPaymentCollection } from '../../store/payment-collections/payment-collection.dto';
import { OptionalButNotNull } from '../../optional-but-not-null';

/** Body of POST /admin/payment-collections. */
export class AddPaymentCollectionDto {
  /** A placed order. */
  @ApiProperty({ example: 'order_01M7XQXRMDF78ESK7GZ6YXEY1N' })
  @IsString()
  order_id!: string;

  /** Major units; at most what is neither paid nor requested by another collection. */
  @ApiProperty({ example: 20 })
  @IsNumber()
  @IsPositive()
  amount!: number;
}

/** Body of POST /admin/payment-collections/{id}/mark-as-paid. */
export class MarkAsPaidDto {
  /** The collection's order. */
  @ApiProperty({ example: 'order_01M7XQXRMDF78ESK7GZ6YXEY1N' })
  @IsString()
  order_id!: string;

  /** The provider of the payment; one that needs no customer interaction. Omitted: manual payment. */
  @ApiPropertyOptional({ example: 'pp_system_default' })
  @OptionalButNotNull()
  @IsString()
  provider_id?: string;
}

/** Medusa's AdminPaymentCollection; `fields` selects its properties. Amounts are numbers in major units. */
export class MedusaAdminPaymentCollection extends MedusaPaymentCollection {
  @ApiProperty({
    example: 'not_paid',
    enum: [
      'not_paid',
      'awaiting',
      'partially_authorized',
      'authorized',
      'partially_captured',
      'completed',
      'canceled',
      'failed',
    ],
  })
  status!: string;

  /** Null until something is authorized. */
  @ApiProperty({ type: Number, nullable: true, example: null })
  authorized_amount!: number | null;

  @ApiProperty({ type: Number, nullable: true, example: null })
  captured_amount!: number | null;

  @ApiProperty({ type: Number, nullable: true, example: null })
  refunded_amount!: number | null;

  @ApiProperty({ example: [] })
  payments!: unknown[];
}

/** {payment_collection} */
export class MedusaAdminPaymentCollectionResponse {
  @ApiProperty({ type: MedusaAdminPaymentCollection })
  payment_collection!: MedusaAdminPaymentCollection;
}
