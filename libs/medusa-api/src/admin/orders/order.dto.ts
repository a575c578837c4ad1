import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { ListQueryDto, TimeFilter, ValuesFilter, type TimeOperatorsDto } from '../../list-query.dto';

/** Query of GET /admin/orders. */
export class AdminOrdersQueryDto extends ListQueryDto {
  /** A part of the number or the email. */
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

  /** A store is its own only sales channel: of another there are none. */
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
