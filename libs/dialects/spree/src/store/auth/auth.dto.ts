import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { SpreeCustomer } from '../customer/customer.dto';

/** Body of POST …/auth/login. */
export class LogInDto {
  /** Only `email` is supported. */
  @ApiPropertyOptional({ example: 'email' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  provider?: string;

  @ApiProperty({ required: true, example: 'customer@example.com' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  @MaxLength(255)
  email?: string;

  @ApiProperty({ required: true, example: 'tandem-demo' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  @MaxLength(128)
  password?: string;
}

/** Body of POST …/auth/refresh and …/auth/logout. */
export class RefreshDto {
  /** If omitted, a valid Bearer token is exchanged (legacy API). */
  @ApiPropertyOptional({ example: 'rt_…' })
  @IsOptional()
  @IsString({ message: '$property must be a string' })
  @MaxLength(255)
  refresh_token?: string;
}

/** The response to a login. */
export class SpreeLogin {
  /** JWT, valid for an hour; sent as Authorization: Bearer. */
  @ApiProperty({ example: 'eyJhbGciOiJIUzI1NiIs…' })
  token!: string;

  /** Valid once, within 30 days. */
  @ApiProperty({ example: 'rt_…' })
  refresh_token!: string;

  @ApiProperty({ type: SpreeCustomer })
  user!: SpreeCustomer;
}
