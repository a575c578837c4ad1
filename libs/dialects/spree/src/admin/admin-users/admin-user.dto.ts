import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { Refuses } from '../../errors/refuses';

/** Body of PATCH /api/v3/admin/admin_users/{id}. Omitted fields stay unchanged; null clears a name. Staff have no roles here. */
@Refuses('role_ids', 'email', 'password', 'password_confirmation', 'selected_locale')
export class UpdateAdminUserDto {
  static readonly nullFields = ['first_name', 'last_name'];

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Ada' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  @MaxLength(255)
  first_name?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Lovelace' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  @MaxLength(255)
  last_name?: string | null;
}

/** A member of a store's staff. */
export class SpreeAdminUser {
  @ApiProperty({ example: 'admin_1MHFunQBWpXNSgBsDVhMNe' })
  id!: string;

  @ApiProperty({ example: 'admin@example.com' })
  email!: string;

  @ApiProperty({ type: String, nullable: true, example: 'Ada' })
  first_name!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Lovelace' })
  last_name!: string | null;

  @ApiProperty({ example: 'Ada Lovelace' })
  full_name!: string;

  @ApiProperty({ type: String, nullable: true, example: null })
  avatar_url!: string | null;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  created_at!: string;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  updated_at!: string;
}
