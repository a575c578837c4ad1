import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsEmail, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import { AdminQueryDto } from '../../fields/store-query.dto';
import { MedusaList } from '../../lists/medusa-list.dto';

/** Body of POST /admin/invites. */
export class InviteUserDto {
  @ApiProperty({ example: 'ada@example.com' })
  @IsEmail()
  @MaxLength(255)
  email!: string;

  @ApiPropertyOptional({ type: Object, nullable: true, example: {} })
  @IsOptional()
  @IsObject()
  metadata?: Record<string, unknown> | null;
}

/** Query of POST /admin/invites/accept. */
export class AcceptInviteQueryDto extends AdminQueryDto {
  /** The invitation's token, from the response that created it. */
  @ApiProperty({ example: 'inv_…' })
  @IsString()
  @MaxLength(255)
  token!: string;
}

/** Body of POST /admin/invites/accept. The user's email is the one invited and registered. */
export class AcceptInviteDto {
  @ApiPropertyOptional({ type: String, nullable: true, example: 'ada@example.com' })
  @IsOptional()
  @IsEmail()
  @MaxLength(255)
  email?: string | null;

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
}

/** Medusa's invite; `fields` selects its properties. */
export class MedusaInvite {
  @ApiProperty({ example: 'invite_01M7XQT4PBGPVYGE0K7KDVXY5H' })
  id!: string;

  @ApiProperty({ example: 'ada@example.com' })
  email!: string;

  @ApiProperty({ example: false })
  accepted!: boolean;

  /** Only in the response that creates it, then empty. */
  @ApiProperty({ example: 'inv_…' })
  token!: string;

  @ApiProperty({ example: '2026-11-22T10:00:00.000Z' })
  expires_at!: string;

  @ApiProperty({ type: Object, nullable: true, example: null })
  metadata!: Record<string, unknown> | null;
}

/** {invite} */
export class MedusaInviteResponse {
  @ApiProperty({ type: MedusaInvite })
  invite!: MedusaInvite;
}

/** A page of invites. */
export class MedusaInviteList extends MedusaList {
  @ApiProperty({ type: [MedusaInvite] })
  invites!: MedusaInvite[];
}
