import { ApiProperty } from '@nestjs/swagger';

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
