import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsArray,
  IsIn,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { ListQueryDto, OneOrMany, TimeOperators, TimeOperatorsDto } from '../../lists/list-query.dto';
import { NoCardNumber } from '../../no-card-number';
import { MedusaList } from '../../lists/medusa-list.dto';
import { OptionalButNotNull } from '../../optional-but-not-null';

const MAX_LENGTH = 255;

// Ten years: more means the key is not meant to be revoked.
const MAX_WAIT_SECONDS = 315_360_000;

/** Query of GET /admin/api-keys. */
export class ApiKeysQueryDto extends ListQueryDto {
  /** Part of the title, the redacted token or a publishable key's token. */
  @ApiPropertyOptional({ example: 'web' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_LENGTH)
  q?: string;

  /** One or more ids. */
  @ApiPropertyOptional({ type: [String], example: ['apk_01M7XQVP73R5527JNG7Q994F7T'] })
  @OneOrMany()
  id?: string[];

  @ApiPropertyOptional({ type: [String], example: ['web'] })
  @OneOrMany()
  title?: string[];

  /** Publishable keys by token. */
  @ApiPropertyOptional({ type: [String], example: ['pk_5d1fd977f2f246c8…'] })
  @OneOrMany()
  token?: string[];

  @ApiPropertyOptional({ example: 'publishable', enum: ['publishable', 'secret'] })
  @IsOptional()
  @IsIn(['publishable', 'secret'])
  type?: string;

  @TimeOperators()
  created_at?: TimeOperatorsDto;

  @TimeOperators()
  updated_at?: TimeOperatorsDto;

  @TimeOperators()
  revoked_at?: TimeOperatorsDto;
}

/** Body of POST /admin/api-keys/{id}. */
export class ChangeApiKeyDto {
  /** Shown to staff. */
  @ApiProperty({ example: 'web' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_LENGTH)
  @NoCardNumber()
  title!: string;
}

/** Body of POST /admin/api-keys. */
export class MedusaAddApiKeyDto extends ChangeApiKeyDto {
  /** `publishable` gives access to the store API, `secret` to the admin API. */
  @ApiProperty({ example: 'publishable', enum: ['publishable', 'secret'] })
  @IsIn(['publishable', 'secret'])
  type!: 'publishable' | 'secret';
}

/** Body of POST /admin/api-keys/{id}/revoke. */
export class RevokeApiKeyDto {
  /** Seconds until the key is revoked. Omitted: at once. */
  @ApiPropertyOptional({ example: 3600, minimum: 0, maximum: MAX_WAIT_SECONDS })
  @OptionalButNotNull()
  @IsNumber()
  @Min(0)
  @Max(MAX_WAIT_SECONDS)
  revoke_in?: number;
}

/** Body of POST /admin/api-keys/{id}/sales-channels. */
export class LinkSalesChannelsDto {
  /** The store's only channel: `sc_` and the store's id. */
  @ApiPropertyOptional({ type: [String], example: ['sc_01M7XQT4MZK24T35KWM9FA13FH'] })
  @OptionalButNotNull()
  @IsArray()
  @IsString({ each: true })
  add?: string[];

  @ApiPropertyOptional({ type: [String], example: [] })
  @OptionalButNotNull()
  @IsArray()
  @IsString({ each: true })
  remove?: string[];
}

/** Medusa's AdminApiKey. */
export class MedusaApiKey {
  @ApiProperty({ example: 'apk_01M7XQVP73R5527JNG7Q994F7T' })
  id!: string;

  @ApiProperty({ example: 'web' })
  title!: string;

  /** A publishable key's token. A secret key's token only in the response that creates it, then empty. */
  @ApiProperty({ example: 'pk_5d1fd977f2f246c8…' })
  token!: string;

  /** Enough of the token to identify the key. */
  @ApiProperty({ example: 'pk_5d2***578' })
  redacted!: string;

  @ApiProperty({ example: 'publishable', enum: ['publishable', 'secret'] })
  type!: string;

  /** Not recorded: always null. */
  @ApiProperty({ type: String, nullable: true, example: null })
  last_used_at!: string | null;

  /** The admin (user_…) or key (apk_…) that created it; empty if unknown. */
  @ApiProperty({ example: 'user_01M7XQT4PBGPVYGE0K7KDVXY5H' })
  created_by!: string;

  /** When the key stops working. ISO 8601 with milliseconds, UTC. */
  @ApiProperty({ type: String, nullable: true, example: null })
  revoked_at!: string | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  revoked_by!: string | null;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  created_at!: string;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  updated_at!: string;

  /** The store is its only channel; a secret key has none. */
  @ApiProperty({ example: [{ id: 'sc_01M7XQT4MZK24T35KWM9FA13FH', name: 'Default Sales Channel' }] })
  sales_channels!: { id: string; name: string }[];
}

/** {api_key} */
export class MedusaApiKeyResponse {
  @ApiProperty({ type: MedusaApiKey })
  api_key!: MedusaApiKey;
}

/** A page of API keys. */
export class MedusaApiKeyList extends MedusaList {
  @ApiProperty({ type: [MedusaApiKey] })
  api_keys!: MedusaApiKey[];
}
