import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Max, Min } from 'class-validator';
import { WholeNumber } from '../../lists/list-query.dto';
import { StoreQueryDto } from '../../fields/store-query.dto';
import { MedusaList } from '../../lists/medusa-list.dto';

/** Query of GET /store/payment-providers. */
export class PaymentProvidersQueryDto extends StoreQueryDto {
  @ApiProperty({ example: 'reg_01M7XQVPA45430JE348FTF9H3C' })
  @IsString()
  region_id!: string;

  @ApiPropertyOptional({ example: 20 })
  @IsOptional()
  @WholeNumber()
  @Min(0)
  @Max(1000)
  limit?: number;

  @ApiPropertyOptional({ example: 0 })
  @IsOptional()
  @WholeNumber()
  @Min(0)
  offset?: number;
}

/** A page of a region's providers. */
export class MedusaPaymentProviderList extends MedusaList {
  @ApiProperty({ example: [{ id: 'pp_bogus_default', is_enabled: true }] })
  payment_providers!: { id: string; is_enabled: boolean }[];
}
