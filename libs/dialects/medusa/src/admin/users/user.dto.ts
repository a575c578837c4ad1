import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { ListQueryDto, OneOrMany, TimeOperators, TimeOperatorsDto } from '../../lists/list-query.dto';
import { MedusaList } from '../../lists/medusa-list.dto';

/** Body of POST /admin/users/{id}. Omitted properties are unchanged; null removes. */
export class ChangeUserDto {
  @ApiPropertyOptional({ type: String, nullable: true, example: 'Ada' })
  @IsOptional()
  @IsString()
  @MaxLength(255)
  first_name?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Lovelace' })
  @IsOptional()
  @IsString()
  @MaxLength(255)
  last_name?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'https://example.com/ada.png' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  avatar_url?: string | null;

  /** Merged into the existing metadata. */
  @ApiPropertyOptional({ type: Object, nullable: true, example: {} })
  @IsOptional()
  @IsObject()
  metadata?: Record<string, unknown> | null;
}

/** Query of GET /admin/users. */
export class UsersQueryDto extends ListQueryDto {
  /** Part of the email or name. */
  @ApiPropertyOptional({ example: 'ada' })
  @IsOptional()
  @IsString()
  @MaxLength(255)
  q?: string;

  @ApiPropertyOptional({ type: [String], example: ['user_01M7XQT4PBGPVYGE0K7KDVXY5H'] })
  @IsOptional()
  @OneOrMany()
  @IsString({ each: true })
  id?: string[];

  @ApiPropertyOptional({ example: 'admin@example.com' })
  @IsOptional()
  @IsString()
  @MaxLength(255)
  email?: string;

  @ApiPropertyOptional({ type: Object, example: { $gt: '2026-01-01T00:00:00Z' } })
  @IsOptional()
  @TimeOperators()
  @ValidateNested()
  @Type(() => TimeOperatorsDto)
  created_at?: TimeOperatorsDto;
}

/** Medusa's user; `fields` selects its properties. */
export class MedusaUser {
  @ApiProperty({ example: 'user_01M7XQT4PBGPVYGE0K7KDVXY5H' })
  id!: string;

  @ApiProperty({ type: String, nullable: true, example: 'Ada' })
  first_name!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Lovelace' })
  last_name!: string | null;

  @ApiProperty({ example: 'admin@example.com' })
  email!: string;

  @ApiProperty({ type: String, nullable: true, example: null })
  avatar_url!: string | null;

  @ApiProperty({ type: Object, nullable: true, example: null })
  metadata!: Record<string, unknown> | null;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  created_at!: string;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  updated_at!: string;

  @ApiProperty({ type: String, nullable: true, example: null })
  deleted_at!: null;
}

/** {user} */
export class MedusaUserResponse {
  @ApiProperty({ type: MedusaUser })
  user!: MedusaUser;
}

/** A page of users. */
export class MedusaUserList extends MedusaList {
  @ApiProperty({ type: [MedusaUser] })
  users!: MedusaUser[];
}
