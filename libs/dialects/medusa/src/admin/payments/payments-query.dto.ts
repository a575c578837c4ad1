import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import { ListQueryDto, OneOrMany, TimeOperators, TimeOperatorsDto } from '../../lists/list-query.dto';

/** Query of GET /admin/payments. */
export class PaymentsQueryDto extends ListQueryDto {
  /** Accepted but ignored, as by Medusa, whose payments have no searchable text. */
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(255)
  q?: string;

  /** One or more ids. */
  @ApiPropertyOptional({ type: [String], example: ['pay_01M7XQXQAQ98NQ3E03XFB5115H'] })
  @OneOrMany()
  id?: string[];

  /** The session of the payment; one or more ids. */
  @ApiPropertyOptional({ type: [String], example: ['payses_01M7XQXQ7EFSSPCD1E1TNTV745'] })
  @OneOrMany()
  payment_session_id?: string[];

  @TimeOperators()
  created_at?: TimeOperatorsDto;

  @TimeOperators()
  updated_at?: TimeOperatorsDto;
}

/** Query of GET /admin/payments/payment-providers. */
export class AdminPaymentProvidersQueryDto extends ListQueryDto {
  /** One or more ids. */
  @ApiPropertyOptional({ type: [String], example: ['pp_system_default'] })
  @OneOrMany()
  id?: string[];

  /** Whether the store has an active payment method of the provider. */
  @ApiPropertyOptional({ example: true })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  is_enabled?: boolean;
}
