import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsEmail, IsObject, IsOptional, IsString, Length, MaxLength } from 'class-validator';

/** Body of POST …/auth/register (legacy) and POST …/customers (current). */
export class RegisterDto {
  @ApiProperty({ example: 'newcustomer@example.com' })
  @IsEmail({}, { message: '$property is invalid' })
  @MaxLength(255)
  email!: string;

  @ApiProperty({ example: 'correct horse battery' })
  @IsString({ message: "$property can't be blank" })
  @Length(6, 128, { message: '$property must be 6 to 128 characters' })
  password!: string;

  @ApiPropertyOptional({ example: 'correct horse battery' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  password_confirmation?: string;

  @ApiPropertyOptional({ example: 'John' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  @MaxLength(255)
  first_name?: string;

  @ApiPropertyOptional({ example: 'Doe' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  @MaxLength(255)
  last_name?: string;

  @ApiPropertyOptional({ example: '+1 555 123 4567' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  @MaxLength(64)
  phone?: string;

  @ApiPropertyOptional({ example: true })
  @IsOptional()
  @IsBoolean({ message: '$property must be true or false' })
  accepts_email_marketing?: boolean;

  /** Stored with the customer; not returned by the Store API. */
  @ApiPropertyOptional({ type: Object, example: {} })
  @IsOptional()
  @IsObject({ message: '$property must be an object' })
  metadata?: Record<string, unknown>;
}
