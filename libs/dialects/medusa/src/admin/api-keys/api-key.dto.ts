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
import { WhenGiven } from '../../when-given';

const LONGEST = 255;

// Ten years: whoever waits longer has no plan to revoke.
const LONGEST_WAIT_SECONDS = 315_360_000;

/** Query of GET /admin/api-keys. */
export class ApiKeysQueryDto extends ListQueryDto {
  /** A part of the title, of the redacted text or of a publishable key's own. */
  @ApiPropertyOptional({ example: 'web' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  q?: string;

  /** One, or several. */
  @ApiPropertyOptional({ type: [String], example: ['apk_01M7XQVP73R5527JNG7Q994F7T'] })
  @OneOrMany()
  id?: string[];

  @ApiPropertyOptional({ type: [String], example: ['web'] })
  @OneOrMany()
  title?: string[];

  /** Publishable keys by their own text. */
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
  /** For the store's own people. */
  @ApiProperty({ example: 'web' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST)
  @NoCardNumber()
  title!: string;
}

/** Body of POST /admin/api-keys. */
export class MedusaAddApiKeyDto extends ChangeApiKeyDto {
  /** `publishable` opens the store API, `secret` the admin API. */
  @ApiProperty({ example: 'publishable', enum: ['publishable', 'secret'] })
  @IsIn(['publishable', 'secret'])
  type!: 'publishable' | 'secret';
}

/** Body of POST /admin/api-keys/{id}/revoke. */
export class RevokeApiKeyDto {
  /** Seconds for which it still works. Left out: it ends at once. */
  @ApiPropertyOptional({ example: 3600, minimum: 0, maximum: LONGEST_WAIT_SECONDS })
  @WhenGiven()
  @IsNumber()
  @Min(0)
  @Max(LONGEST_WAIT_SECONDS)
  revoke_in?: number;
}

/** Body of POST /admin/api-keys/{id}/sales-channels. */
export class LinkSalesChannelsDto {
  /** The store's one channel: `sc_` and the store's own id. */
  @ApiPropertyOptional({ type: [String], example: ['sc_01M7XQT4MZK24T35KWM9FA13FH'] })
  @WhenGiven()
  @IsArray()
  @IsString({ each: true })
  add?: string[];

  @ApiPropertyOptional({ type: [String], example: [] })
  @WhenGiven()
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

  /** A publishable key's text. A secret key's in the answer that made it, once, and empty ever after. */
  @ApiProperty({ example: 'pk_5d1fd977f2f246c8…' })
  token!: string;

  /** Enough to tell it from others. */
  @ApiProperty({ example: 'pk_5d2***578' })
  redacted!: string;

  @ApiProperty({ example: 'publishable', enum: ['publishable', 'secret'] })
  type!: string;

  /** Not kept: always null. */
  @ApiProperty({ type: String, nullable: true, example: null })
  last_used_at!: string | null;

  /** The admin (user_…) or key (apk_…) that made it; empty for nobody known. */
  @ApiProperty({ example: 'user_01M7XQT4PBGPVYGE0K7KDVXY5H' })
  created_by!: string;

  /** From then on it opens nothing. ISO 8601 with milliseconds, UTC. */
  @ApiProperty({ type: String, nullable: true, example: null })
  revoked_at!: string | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  revoked_by!: string | null;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  created_at!: string;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  updated_at!: string;

  /** The store is its own one channel; a secret key has none. */
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
