import { ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { RegisterDto } from '../../store/auth/register.dto';
import { Refuses } from '../../errors/refuses';

/** Body of POST /api/v3/admin/customers. */
@Refuses(
  'tags',
  'internal_note',
  'addresses',
  'bill_address',
  'ship_address',
  'billing_address',
  'shipping_address',
  'customer_group_ids',
  'selected_locale',
  'tax_exempt',
)
export class SpreeCreateCustomerDto extends OmitType(RegisterDto, ['password'] as const) {
  /** Without one, the customer has no login. */
  @ApiPropertyOptional({ example: 'correct horse battery' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  @Length(6, 128, { message: '$property must be 6 to 128 characters' })
  password?: string;
}

/** Body of PATCH /api/v3/admin/customers/{id}. Omitted fields stay unchanged. */
export class UpdateCustomerDto extends PartialType(SpreeCreateCustomerDto) {}
