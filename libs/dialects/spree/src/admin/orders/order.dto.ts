import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { ValidateEach } from '@tandem/http';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { MAX_QUANTITY } from '@tandem/orders';
import { IsDecimalText } from '../../money/is-decimal-text';
import { Refuses } from '../../errors/refuses';
import { SpreeOrder } from '../../store/orders/order.dto';

// More lines than any order has; a body of 100 KiB could hold few more.
const MAX_LINES = 500;

/** One line of an imported order. */
@Refuses('variant_id', 'metadata', 'price_currency', 'currency')
export class ImportItemDto {
  @ApiProperty({ example: 'Tandem T-shirt' })
  @IsString()
  @Length(1, 255)
  name!: string;

  @ApiPropertyOptional({ example: 'TEE-M' })
  @IsOptional()
  @IsString()
  @MaxLength(255)
  sku?: string;

  @ApiProperty({ example: 2 })
  @IsInt()
  @Min(1)
  @Max(MAX_QUANTITY)
  quantity!: number;

  /** Unit price: decimal in major units of the order's currency, zero or more. */
  @ApiProperty({ type: String, example: '55.00' })
  @IsDecimalText()
  price!: string | number;
}

/** An adjustment: shipping, tax or a discount. */
export class ImportAdjustmentDto {
  @ApiProperty({ example: 'Shipping' })
  @IsString()
  @Length(1, 255)
  label!: string;

  /** Decimal in major units; a discount is negative. */
  @ApiProperty({ type: String, example: '5.00' })
  @IsDecimalText()
  amount!: string | number;
}

/** Body of POST /api/v3/admin/orders: imports an order from an order system, to be paid here. */
@Refuses(
  'ship_address',
  'bill_address',
  'shipping_address',
  'billing_address',
  'shipping_address_id',
  'billing_address_id',
  'customer_note',
  'internal_note',
  'special_instructions',
  'user_id',
  'locale',
  'market_id',
  'channel_id',
  'coupon_code',
  'use_customer_default_address',
  'tags',
)
export class ImportOrderDto {
  /** ISO 4217. */
  @ApiProperty({ example: 'USD' })
  @Matches(/^[A-Za-z]{3}$/, { message: '$property must be an ISO 4217 code' })
  currency!: string;

  @ApiPropertyOptional({ example: 'guest@example.com' })
  @IsOptional()
  @IsEmail()
  @MaxLength(255)
  email?: string;

  /** Prefixed id of the customer. Without one it is a guest's order, accessed by its token. */
  @ApiPropertyOptional({ example: 'cus_1C5nQHTxNqcUU3WZ1J6bWb' })
  @IsOptional()
  @IsString()
  customer_id?: string;

  @ApiProperty({ type: [ImportItemDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_LINES)
  @ValidateEach(() => ImportItemDto)
  items!: ImportItemDto[];

  @ApiPropertyOptional({ type: [ImportAdjustmentDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_LINES)
  @ValidateEach(() => ImportAdjustmentDto)
  adjustments?: ImportAdjustmentDto[];

  /** True: paying it requires its token, also through Medusa's API, where a cart id is otherwise enough. */
  @ApiPropertyOptional({ example: false })
  @IsOptional()
  @IsBoolean({ message: '$property must be true or false' })
  token_required?: boolean;

  /** The order system's number, unique in the store. Default: R and 9 digits. */
  @ApiPropertyOptional({ example: 'R123456789' })
  @IsOptional()
  @Matches(/^(?!or_)[\w-]{1,64}$/, { message: '$property is invalid' })
  number?: string;

  @ApiPropertyOptional({ type: Object, example: {} })
  @IsOptional()
  @IsObject()
  metadata?: Record<string, unknown>;
}

/** An order in an admin list: without its token, which is returned when the order is imported or retrieved. */
export class SpreeListedOrder extends OmitType(SpreeOrder, ['token']) {}
