import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsArray, IsBoolean, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { Refuses } from '../../errors/refuses';

/** Body of POST /api/v3/admin/webhook_endpoints. */
@Refuses('secret', 'secret_key', 'disabled_reason', 'disabled_at')
export class CreateWebhookEndpointDto {
  static readonly nullFields = ['description', 'name'];

  /** URL that events are posted to. Must be https and resolve to a public address, unless the server allows others. */
  @ApiProperty({ example: 'https://shop.example.com/webhooks' })
  @IsString({ message: "$property can't be blank" })
  @Length(1, 2048, { message: "$property can't be blank" })
  url!: string;

  /** Event names or patterns (`payment.*`, `*`). Omitted or empty: all events, as in Spree. */
  @ApiPropertyOptional({ type: [String], example: ['order.completed', 'payment.*'] })
  @IsOptional()
  @IsArray({ message: '$property must be a list' })
  @IsString({ each: true, message: '$property must be a list of texts' })
  subscriptions?: string[];

  /** Former name of `subscriptions`. */
  @ApiPropertyOptional({ type: [String], example: ['order.completed', 'payment.*'] })
  @IsOptional()
  @IsArray({ message: '$property must be a list' })
  @IsString({ each: true, message: '$property must be a list of texts' })
  events?: string[];

  /** Only active endpoints receive events. */
  @ApiPropertyOptional({ example: true })
  @IsOptional()
  @IsBoolean({ message: '$property must be true or false' })
  active?: boolean;

  /** `standard`: Standard Webhooks (webhook-id, webhook-timestamp, webhook-signature). `spree`: X-Spree-Webhook-…. */
  @ApiPropertyOptional({ example: 'standard', enum: ['standard', 'spree'] })
  @IsOptional()
  @IsIn(['standard', 'spree'], { message: '$property must be standard or spree' })
  scheme?: 'standard' | 'spree';

  /** Shown to staff only. */
  @ApiPropertyOptional({ type: String, nullable: true, example: 'Order system' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  @MaxLength(2000)
  description?: string | null;

  /** Spree's name for `description`. */
  @ApiPropertyOptional({ type: String, nullable: true, example: 'Order system' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  @MaxLength(2000)
  name?: string | null;
}

/** Body of PATCH /api/v3/admin/webhook_endpoints/{id}. Omitted fields stay unchanged. */
export class UpdateWebhookEndpointDto extends PartialType(CreateWebhookEndpointDto) {
  static readonly nullFields = CreateWebhookEndpointDto.nullFields;
}

/** An endpoint that receives the store's events. */
export class SpreeWebhookEndpoint {
  @ApiProperty({ example: 'whe_1C5nQHTxNqcUU3WZ1J6bWb' })
  id!: string;

  @ApiProperty({ example: 'https://shop.example.com/webhooks' })
  url!: string;

  @ApiProperty({ type: [String], example: ['order.completed', 'payment.*'] })
  subscriptions!: readonly string[];

  /** Former name of `subscriptions`. */
  @ApiProperty({ type: [String], example: ['order.completed', 'payment.*'] })
  events!: readonly string[];

  @ApiProperty({ example: true })
  active!: boolean;

  /** Why it was disabled automatically: it responded with 410. */
  @ApiProperty({ type: String, nullable: true, example: null })
  disabled_reason!: string | null;

  @ApiProperty({ example: 'standard', enum: ['standard', 'spree'] })
  scheme!: string;

  @ApiProperty({ type: String, nullable: true, example: 'Order system' })
  description!: string | null;

  /** Spree's name for `description`. */
  @ApiProperty({ type: String, nullable: true, example: 'Order system' })
  name!: string | null;

  /** Returned only when the endpoint is created or its secret rotated; null otherwise. */
  @ApiProperty({ type: String, nullable: true, example: null })
  secret!: string | null;

  /** ISO 8601 with milliseconds, UTC. */
  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  created_at!: string;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  updated_at!: string;
}
