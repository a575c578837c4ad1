import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';

/** Body of POST /api/v3/admin/api_keys. */
export class AddApiKeyDto {
  /** For the store's own people. */
  @ApiProperty({ example: 'Storefront' })
  @IsString({ message: "$property can't be blank" })
  @Length(1, 255, { message: "$property can't be blank" })
  name!: string;

  /** `publishable` opens the store APIs, `secret` the admin APIs. */
  @ApiProperty({ example: 'publishable', enum: ['publishable', 'secret'] })
  @IsIn(['publishable', 'secret'], { message: '$property must be publishable or secret' })
  key_type!: 'publishable' | 'secret';
}

/** An API key. */
export class SpreeApiKey {
  @ApiProperty({ example: 'key_1C5nQHTxNqcUU3WZ1J6bWb' })
  id!: string;

  @ApiProperty({ example: 'Storefront' })
  name!: string;

  @ApiProperty({ example: 'publishable', enum: ['publishable', 'secret'] })
  key_type!: string;

  /** A publishable key's text. A secret key's in the answer that made it, once, and null ever after. */
  @ApiProperty({ type: String, nullable: true, example: 'pk_5d1fd977f2f246c8…' })
  token!: string | null;

  /** Enough to tell it from others. */
  @ApiProperty({ example: 'pk_5d1***81d' })
  token_prefix!: string;

  /** ISO 8601 with milliseconds, UTC. From then on it opens nothing. */
  @ApiProperty({ type: String, nullable: true, example: null })
  revoked_at!: string | null;

  /** The admin or key that made it. */
  @ApiProperty({ type: String, nullable: true, example: null })
  created_by!: string | null;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  created_at!: string;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  updated_at!: string;
}
