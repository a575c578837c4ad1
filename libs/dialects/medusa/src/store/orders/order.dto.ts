import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { ListQueryDto, ValuesFilter } from '../../lists/list-query.dto';
import { MedusaList } from '../../lists/medusa-list.dto';

/** Query of GET /store/orders. */
export class StoreOrdersQueryDto extends ListQueryDto {
  @ValuesFilter('order_01M7XQXQ94P72XKRF1EV7B8A2Z')
  id?: string[];

  /** pending or canceled. */
  @ValuesFilter('pending')
  status?: string[];

  /** Language of the response; currently nothing is translated. */
  @ApiPropertyOptional({ example: 'en-US' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  locale?: string;
}

/** Medusa's order; `fields` selects its properties. Amounts are numbers in major units. */
export class MedusaOrder {
  @ApiProperty({ example: 'order_01M7XQXQ94P72XKRF1EV7B8A2Z' })
  id!: string;

  @ApiProperty({ enum: ['pending', 'canceled', 'draft'], example: 'pending' })
  status!: string;

  /** The digits of the order number. */
  @ApiProperty({ example: 123456789 })
  display_id!: number;

  /** The order number. */
  @ApiProperty({ example: 'R123456789' })
  custom_display_id!: string;

  /** The amount for payments: `original_total` less credit lines. */
  @ApiProperty({ example: 110 })
  total!: number;

  @ApiProperty({ example: { paid_total: 0, pending_difference: 110, current_order_total: 110 } })
  summary!: Record<string, unknown>;

  /** Returned on request, with fulfillment_status, fulfillments and version. */
  @ApiPropertyOptional({ example: 'authorized' })
  payment_status?: string;
}

/** {order} */
export class MedusaOrderResponse {
  @ApiProperty({ type: MedusaOrder })
  order!: MedusaOrder;
}

/** A page of orders. */
export class MedusaOrderList extends MedusaList {
  @ApiProperty({ type: [MedusaOrder] })
  orders!: MedusaOrder[];
}
