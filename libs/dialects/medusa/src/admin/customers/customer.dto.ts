import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsEmail, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { ListQueryDto, OneOrMany, TimeOperators, TimeOperatorsDto } from '../../lists/list-query.dto';
import { MedusaChangeCustomerDto, MedusaCustomer } from '../../store/customers/customer.dto';
import { MedusaList } from '../../lists/medusa-list.dto';

/** Body of POST /admin/customers and /admin/customers/{id}. A customer created here has no login. */
export class AdminCustomerDto extends MedusaChangeCustomerDto {
  /** Unique in the store. */
  @ApiPropertyOptional({ type: String, nullable: true, example: 'customer@example.com' })
  @IsOptional()
  @IsEmail()
  @MaxLength(255)
  email?: string | null;
}

/** Query of GET /admin/customers. */
export class CustomersQueryDto extends ListQueryDto {
  /** Part of the email or name. */
  @ApiPropertyOptional({ example: 'ada' })
  @IsOptional()
  @IsString()
  @MaxLength(255)
  q?: string;

  @ApiPropertyOptional({ type: [String], example: ['cus_01M7XQXRYG01088BW11513XZFX'] })
  @IsOptional()
  @OneOrMany()
  @IsString({ each: true })
  id?: string[];

  @ApiPropertyOptional({ type: [String], example: ['customer@example.com'] })
  @IsOptional()
  @OneOrMany()
  @IsString({ each: true })
  email?: string[];

  @ApiPropertyOptional({ type: Boolean, example: true })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  has_account?: boolean;

  @ApiPropertyOptional({ type: Object, example: { $gt: '2026-01-01T00:00:00Z' } })
  @IsOptional()
  @TimeOperators()
  @ValidateNested()
  @Type(() => TimeOperatorsDto)
  created_at?: TimeOperatorsDto;
}

/** A page of customers. */
export class MedusaCustomerList extends MedusaList {
  @ApiProperty({ type: [MedusaCustomer] })
  customers!: MedusaCustomer[];
}
