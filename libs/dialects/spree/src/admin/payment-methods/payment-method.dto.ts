import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Refuses } from '../../errors/refuses';

/** Body of POST /api/v3/admin/payment_methods. */
@Refuses('display_on', 'store_ids', 'source_required', 'session_required', 'provider_id')
export class CreatePaymentMethodDto {
  static readonly nullFields = ['description'];

  /** One of `GET …/types`; a provider id (`pp_bogus_default`) is accepted too. */
  @ApiProperty({ example: 'Spree::Gateway::Bogus' })
  @IsString({ message: "$property can't be blank" })
  @Length(1, 255, { message: "$property can't be blank" })
  type!: string;

  @ApiProperty({ example: 'Credit Card' })
  @IsString({ message: "$property can't be blank" })
  @Length(1, 255, { message: "$property can't be blank" })
  name!: string;

  @ApiPropertyOptional({ type: String, nullable: true, example: null })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  @MaxLength(2000)
  description?: string | null;

  /** Only an active method can start a session. */
  @ApiPropertyOptional({ example: true })
  @IsOptional()
  @IsBoolean({ message: '$property must be true or false' })
  active?: boolean;

  /** False: hidden from shoppers. */
  @ApiPropertyOptional({ example: true })
  @IsOptional()
  @IsBoolean({ message: '$property must be true or false' })
  storefront_visible?: boolean;

  /** True: completing a session captures the payment at once. */
  @ApiPropertyOptional({ example: false })
  @IsOptional()
  @IsBoolean({ message: '$property must be true or false' })
  auto_capture?: boolean;

  /** Same as auto_capture, as a word. */
  @ApiPropertyOptional({ example: 'manual', enum: ['automatic', 'manual'] })
  @IsOptional()
  @IsIn(['automatic', 'manual'], { message: '$property must be automatic or manual' })
  capture_method?: 'automatic' | 'manual';

  /** Place in lists, from 0. Default: last. */
  @ApiPropertyOptional({ example: 0 })
  @IsOptional()
  @IsInt({ message: '$property is not a whole number' })
  @Min(0)
  @Max(1_000_000)
  position?: number;

  @ApiPropertyOptional({ type: Object, example: {} })
  @IsOptional()
  @IsObject({ message: '$property must be an object' })
  metadata?: Record<string, unknown>;

  /** The settings of its type (`preference_schema`). Secrets are write-only; null removes a setting. */
  @ApiPropertyOptional({ type: Object, example: { dummy_key: 'PUBLIC123', dummy_secret_key: 'SECRET456' } })
  @IsOptional()
  @IsObject({ message: '$property must be an object' })
  preferences?: Record<string, unknown>;
}

/** Body of PATCH /api/v3/admin/payment_methods/{id}. Omitted fields stay unchanged; the type cannot change. */
@Refuses('type')
export class UpdatePaymentMethodDto extends PartialType(OmitType(CreatePaymentMethodDto, ['type'] as const)) {
  static readonly nullFields = CreatePaymentMethodDto.nullFields;
}

/** A payment method for staff. */
export class SpreeAdminPaymentMethod {
  @ApiProperty({ example: 'pm_1C5nQHTxNqcUU3WZ1J6bWb' })
  id!: string;

  @ApiProperty({ example: 'Credit Card' })
  name!: string;

  @ApiProperty({ type: String, nullable: true, example: null })
  description!: string | null;

  @ApiProperty({ example: 'Spree::Gateway::Bogus' })
  type!: string;

  /** The provider's id, as in Medusa's API. */
  @ApiProperty({ example: 'pp_bogus_default' })
  provider_id!: string;

  @ApiProperty({ example: true })
  active!: boolean;

  @ApiProperty({ example: true })
  storefront_visible!: boolean;

  @ApiProperty({ example: false })
  auto_capture!: boolean;

  @ApiProperty({ example: 'manual' })
  capture_method!: string;

  @ApiProperty({ example: 0 })
  position!: number;

  @ApiProperty({ example: true })
  session_required!: boolean;

  @ApiProperty({ example: false })
  source_required!: boolean;

  @ApiProperty({ type: Object, example: {} })
  metadata!: Readonly<Record<string, unknown>>;

  /** The settings. A secret that is set is shown as stars. */
  @ApiProperty({ type: Object, example: { dummy_key: 'PUBLIC123', dummy_secret_key: '********' } })
  preferences!: Readonly<Record<string, unknown>>;

  /** Set after a save that needs attention, e.g. when the gateway could not be reached to check the settings. */
  @ApiPropertyOptional({
    type: [String],
    example: ['The payment provider could not be reached: the preferences were saved unchecked'],
  })
  warnings?: string[];

  /** ISO 8601 with milliseconds, UTC. */
  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  created_at!: string;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  updated_at!: string;
}

/** A setting of a payment method type. */
export class SpreePreference {
  @ApiProperty({ example: 'dummy_secret_key' })
  key!: string;

  @ApiProperty({ example: 'password', enum: ['string', 'boolean', 'number', 'password', 'select'] })
  type!: string;

  @ApiProperty({ example: 'Dummy secret key' })
  label!: string;

  @ApiProperty({ example: false })
  required!: boolean;

  @ApiProperty({ type: String, nullable: true, example: null })
  default!: string | boolean | number | null;

  /** Where to find the value and what it is for. */
  @ApiPropertyOptional({ example: 'Dashboard, Developers, API keys' })
  help?: string;

  /** Regular expression that the whole value must match. */
  @ApiPropertyOptional({ example: 'sk_(test|live)_\\w+' })
  pattern?: string;

  /** The choices of a `select`: {value, label}. */
  @ApiPropertyOptional({ type: [Object], example: [{ value: 'eu', label: 'Europe' }] })
  options?: readonly { readonly value: string; readonly label: string }[];

  /** Prefixes of test and live values; the settings of one method must all be of the same mode. */
  @ApiPropertyOptional({ type: Object, example: { test: ['sk_test_'], live: ['sk_live_'] } })
  modes?: { readonly test: readonly string[]; readonly live: readonly string[] };
}

/** A type of payment method: a provider installed on this server. */
export class SpreePaymentMethodType {
  @ApiProperty({ example: 'Spree::Gateway::Bogus' })
  type!: string;

  @ApiProperty({ example: 'pp_bogus_default' })
  provider_id!: string;

  @ApiProperty({ example: 'Bogus' })
  label!: string;

  @ApiProperty({ type: String, nullable: true, example: 'Moves no real money' })
  description!: string | null;

  @ApiProperty({ type: [SpreePreference] })
  preference_schema!: SpreePreference[];
}

/** The available payment method types: {data}. */
export class SpreePaymentMethodTypes {
  @ApiProperty({ type: [SpreePaymentMethodType] })
  data!: SpreePaymentMethodType[];
}
