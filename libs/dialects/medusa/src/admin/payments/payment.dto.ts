import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNumber, IsPositive, IsString, MaxLength } from 'class-validator';
import { NoCardNumber } from '../../no-card-number';
import { MedusaList } from '../../lists/medusa-list.dto';
import { OptionalButNotNull } from '../../optional-but-not-null';

/** Body of POST /admin/payments/{id}/capture. */
export class MedusaCapturePaymentDto {
  /** Major units. Omitted: the whole remaining amount. */
  @ApiPropertyOptional({ example: 40 })
  @OptionalButNotNull()
  @IsNumber()
  @IsPositive()
  amount?: number;
}

/** Body of POST /admin/payments/{id}/refund. */
export class MedusaRefundPaymentDto {
  /** Major units. Omitted: the whole remaining amount. */
  @ApiPropertyOptional({ example: 10 })
  @OptionalButNotNull()
  @IsNumber()
  @IsPositive()
  amount?: number;

  /** One of the store's refund reasons. */
  @ApiPropertyOptional({ example: 'refr_01M7XQXQQW6JS0JE9GPSQ967H0' })
  @OptionalButNotNull()
  @IsString()
  refund_reason_id?: string;

  /** For staff only. */
  @ApiPropertyOptional({ example: 'damaged in transit' })
  @OptionalButNotNull()
  @IsString()
  @MaxLength(2000)
  @NoCardNumber()
  note?: string;
}

/** Medusa's AdminPayment; `fields` selects its properties. */
export class MedusaPayment {
  @ApiProperty({ example: 'pay_01M7XQXQAQ98NQ3E03XFB5115H' })
  id!: string;

  @ApiProperty({ example: 'usd' })
  currency_code!: string;

  @ApiProperty({ example: 110 })
  amount!: number;

  @ApiProperty({ type: String, nullable: true, example: null })
  captured_at!: string | null;

  @ApiProperty({ example: [{ id: 'capt_01M7XQXQKWYFTQ034MQ13EY2JH', amount: 40 }] })
  captures!: unknown[];

  @ApiProperty({ example: [] })
  refunds!: unknown[];
}

/** {payment} */
export class MedusaPaymentResponse {
  @ApiProperty({ type: MedusaPayment })
  payment!: MedusaPayment;
}

/** A page of payments. */
export class MedusaPaymentList extends MedusaList {
  @ApiProperty({ type: [MedusaPayment] })
  payments!: MedusaPayment[];
}
