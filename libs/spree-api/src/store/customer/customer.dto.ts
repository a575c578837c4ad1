import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { RegisterDto } from '../auth/register.dto';

/** Body of PATCH …/customer (today's …/customers/me). What is left out stays. */
export class ChangeProfileDto extends PartialType(RegisterDto) {
  /** Needed to change email or password. */
  @ApiPropertyOptional({ example: 'correct horse battery' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  @MaxLength(128)
  current_password?: string;
}

/** Spree's customer, in the words of the seed time and of today. */
export class SpreeCustomer {
  @ApiProperty({ example: 'cus_1C5nQHTxNqcUU3WZ1J6bWb' })
  id!: string;

  @ApiProperty({ example: 'customer@example.com' })
  email!: string;

  @ApiProperty({ type: String, nullable: true, example: 'John' })
  first_name!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Doe' })
  last_name!: string | null;

  @ApiProperty({ example: 'John Doe' })
  full_name!: string;

  /** ISO 8601 with milliseconds, UTC. */
  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  created_at!: string;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  updated_at!: string;

  /** Tandem keeps addresses with orders only. */
  @ApiProperty({ type: [Object], example: [] })
  addresses!: [];

  [shown: string]: unknown;
}
