import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsArray, IsBoolean, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { Refuses } from '../../errors/refuses';

/** Body of POST /api/v3/admin/webhook_endpoints. */
@Refuses('secret', 'secret_key', 'disabled_reason', 'disabled_at')
export class AddWebhookEndpointDto {
  static readonly nullFields = ['description', 'name'];

  /** Where events are posted to. https, and a public address, unless the server allows others. */
  @ApiProperty({ example: 'https://shop.example.com/webhooks' })
  @IsString({ message: "$property can't be blank" })
  @Length(1, 2048, { message: "$property can't be blank" })
  url!: string;

  /** Names of events or patterns (`payment.*`, `*`). Left out or empty: all, as in Spree. */
  @ApiPropertyOptional({ type: [String], example: ['order.completed', 'payment.*'] })
  @IsOptional()
  @IsArray({ message: '$property must be a list' })
  @IsString({ each: true, message: '$property must be a list of texts' })
  subscriptions?: string[];

  /** The same, by its name of before. */
  @ApiPropertyOptional({ type: [String], example: ['order.completed', 'payment.*'] })
  @IsOptional()
  @IsArray({ message: '$property must be a list' })
  @IsString({ each: true, message: '$property must be a list of texts' })
  events?: string[];

  /** Only an active endpoint is told of what happens. */
  @ApiPropertyOptional({ example: true })
  @IsOptional()
  @IsBoolean({ message: '$property must be true or false' })
  active?: boolean;

  /** `standard`: Standard Webhooks (webhook-id, webhook-timestamp, webhook-signature). `spree`: X-Spree-Webhook-…. */
  @ApiPropertyOptional({ example: 'standard', enum: ['standard', 'spree'] })
  @IsOptional()
  @IsIn(['standard', 'spree'], { message: '$property must be standard or spree' })
  scheme?: 'standard' | 'spree';

  /** For the store's own people. */
  @ApiPropertyOptional({ type: String, nullable: true, example: 'Order system' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  @MaxLength(2000)
  description?: string | null;

  /** The same, by Spree's name. */
  @ApiPropertyOptional({ type: String, nullable: true, example: 'Order system' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  @MaxLength(2000)
  name?: string | null;
}

/** Body of PATCH /api/v3/admin/webhook_endpoints/{id}. What is left out stays. */
export class ChangeWebhookEndpointDto extends PartialType(AddWebhookEndpointDto) {
  static readonly nullFields = AddWebhookEndpointDto.nullFields;
}

/** An address that is told of the store's events. */
export class SpreeWebhookEndpoint {
  @ApiProperty({ example: 'whe_1C5nQHTxNqcUU3WZ1J6bWb' })
  id!: string;

  @ApiProperty({ example: 'https://shop.example.com/webhooks' })
  url!: string;

  @ApiProperty({ type: [String], example: ['order.completed', 'payment.*'] })
  subscriptions!: readonly string[];

  /** The same, by its name of before. */
  @ApiProperty({ type: [String], example: ['order.completed', 'payment.*'] })
  events!: readonly string[];

  @ApiProperty({ example: true })
  active!: boolean;

  /** Why it was switched off, where it was not by its owner: it answered 410. */
  @ApiProperty({ type: String, nullable: true, example: null })
  disabled_reason!: string | null;

  @ApiProperty({ example: 'standard', enum: ['standard', 'spree'] })
  scheme!: string;

  @ApiProperty({ type: String, nullable: true, example: 'Order system' })
  description!: string | null;

  /** The same, by Spree's name. */
  @ApiProperty({ type: String, nullable: true, example: 'Order system' })
  name!: string | null;

  /** In the answer that made it, once, and null ever after. */
  @ApiProperty({ type: String, nullable: true, example: null })
  secret!: string | null;

  /** ISO 8601 with milliseconds, UTC. */
  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  created_at!: string;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  updated_at!: string;
}
