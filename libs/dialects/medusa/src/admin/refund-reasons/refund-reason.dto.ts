import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { ListQueryDto, OneOrMany, TimeOperators, TimeOperatorsDto } from '../../lists/list-query.dto';
import { NoCardNumber } from '../../no-card-number';
import { MedusaList } from '../../lists/medusa-list.dto';
import { OptionalButNotNull } from '../../optional-but-not-null';

const MAX_LENGTH = 255;
const MAX_TEXT_LENGTH = 2000;

/** Query of GET /admin/refund-reasons. */
export class RefundReasonsQueryDto extends ListQueryDto {
  /** Part of the label, code or description. */
  @ApiPropertyOptional({ example: 'dama' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_LENGTH)
  q?: string;

  /** One or more ids. */
  @ApiPropertyOptional({ type: [String], example: ['refr_01M7XQXQQW6JS0JE9GPSQ967H0'] })
  @OneOrMany()
  id?: string[];

  @TimeOperators()
  created_at?: TimeOperatorsDto;

  @TimeOperators()
  updated_at?: TimeOperatorsDto;
}

/** Body of POST /admin/refund-reasons. */
export class AddRefundReasonDto {
  /** Shown to people. */
  @ApiProperty({ example: 'Damaged' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_LENGTH)
  @NoCardNumber()
  label!: string;

  /** For programs; unique in the store. */
  @ApiProperty({ example: 'damaged' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_LENGTH)
  @NoCardNumber()
  code!: string;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'The goods arrived damaged' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT_LENGTH)
  @NoCardNumber()
  description?: string | null;
}

/** Body of POST /admin/refund-reasons/{id}. Omitted properties are unchanged. */
export class ChangeRefundReasonDto {
  @ApiPropertyOptional({ example: 'Damaged' })
  @OptionalButNotNull()
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_LENGTH)
  @NoCardNumber()
  label?: string;

  @ApiPropertyOptional({ example: 'damaged' })
  @OptionalButNotNull()
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_LENGTH)
  @NoCardNumber()
  code?: string;

  /** Null removes it. */
  @ApiPropertyOptional({ type: String, nullable: true, example: 'The goods arrived damaged' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT_LENGTH)
  @NoCardNumber()
  description?: string | null;
}

/** Medusa's AdminRefundReason. */
export class MedusaRefundReason {
  @ApiProperty({ example: 'refr_01M7XQXQQW6JS0JE9GPSQ967H0' })
  id!: string;

  @ApiProperty({ example: 'Damaged' })
  label!: string;

  @ApiProperty({ example: 'damaged' })
  code!: string;

  @ApiProperty({ type: String, nullable: true, example: 'The goods arrived damaged' })
  description!: string | null;

  /** ISO 8601 with milliseconds, UTC. */
  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  created_at!: string;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  updated_at!: string;

  @ApiProperty({ type: String, nullable: true, example: null })
  deleted_at!: string | null;
}

/** {refund_reason} */
export class MedusaRefundReasonResponse {
  @ApiProperty({ type: MedusaRefundReason })
  refund_reason!: MedusaRefundReason;
}

/** A page of refund reasons. */
export class MedusaRefundReasonList extends MedusaList {
  @ApiProperty({ type: [MedusaRefundReason] })
  refund_reasons!: MedusaRefundReason[];
}
