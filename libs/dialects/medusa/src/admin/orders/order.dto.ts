import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNumber, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import { NoCardNumber } from '../../no-card-number';
import { ListQueryDto, TimeFilter, ValuesFilter, type TimeOperatorsDto } from '../../lists/list-query.dto';

/** Query of GET /admin/orders. */
export class AdminOrdersQueryDto extends ListQueryDto {
  /** Part of the order number or email. */
  @ApiPropertyOptional({ example: 'R1234' })
  @IsOptional()
  @IsString()
  @MaxLength(255)
  q?: string;

  @ValuesFilter('order_01M7XQXQ94P72XKRF1EV7B8A2Z')
  id?: string[];

  /** pending or canceled. */
  @ValuesFilter('pending')
  status?: string[];

  @ValuesFilter('cus_01M7XQXRYG01088BW11513XZFX')
  customer_id?: string[];

  @ValuesFilter('reg_01M7XQVPA45430JE348FTF9H3C')
  region_id?: string[];

  /** A store has only its own sales channel; another channel has no orders. */
  @ValuesFilter('sc_01M7XQVP4ZTCR4BAQAPW74SM0Z')
  sales_channel_id?: string[];

  @ApiPropertyOptional({ example: 'guest@example.com' })
  @IsOptional()
  @IsString()
  @MaxLength(255)
  email?: string;

  @TimeFilter()
  created_at?: TimeOperatorsDto;

  @TimeFilter()
  updated_at?: TimeOperatorsDto;
}

/** Body of POST /admin/orders/{id}/credit-lines. */
export class AddCreditLineDto {
  /** Major units: positive up to the pending amount, or negative down to the amount due to the customer. */
  @ApiProperty({ example: 30 })
  @IsNumber()
  amount!: number;

  /** The reason, e.g. the type of the record in `reference_id`. */
  @ApiProperty({ example: 'goodwill' })
  @IsString()
  @MaxLength(255)
  reference!: string;

  @ApiProperty({ example: 'ticket-17' })
  @IsString()
  @MaxLength(255)
  reference_id!: string;

  @ApiPropertyOptional({ type: Object, nullable: true, example: {} })
  @IsOptional()
  @IsObject()
  @NoCardNumber()
  metadata?: Record<string, unknown> | null;
}
