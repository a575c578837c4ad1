import { ApiProperty } from '@nestjs/swagger';
import { Allow } from 'class-validator';

/** Body of POST /auth/{actor}/emailpass and …/register. Not validated here: Medusa has its own error messages. */
export class CredentialsDto {
  @ApiProperty({ type: String, example: 'customer@example.com' })
  @Allow()
  email?: unknown;

  @ApiProperty({ type: String, example: 'tandem-demo' })
  @Allow()
  password?: unknown;
}

/** {token} */
export class MedusaToken {
  /** JWT, valid for an hour; send it as Authorization: Bearer. */
  @ApiProperty({ example: 'eyJhbGciOiJIUzI1NiIs…' })
  token!: string;
}

/** Medusa's auth context. */
export class MedusaAuthContext {
  @ApiProperty({ example: 'cus_01M7XQXRYG01088BW11513XZFX' })
  actor_id!: string;

  @ApiProperty({ example: 'customer', enum: ['customer', 'user'] })
  actor_type!: string;

  @ApiProperty({ example: 'authid_01M7XQXRYG01088BW11513XZFX' })
  auth_identity_id!: string;

  @ApiProperty({ type: Object, example: { customer_id: 'cus_01M7XQXRYG01088BW11513XZFX' } })
  app_metadata!: Record<string, string>;

  @ApiProperty({ type: Object, example: {} })
  user_metadata!: Record<string, unknown>;
}

/** {user} */
export class MedusaSession {
  @ApiProperty({ type: MedusaAuthContext })
  user!: MedusaAuthContext;
}

/** {success} */
export class MedusaSuccess {
  @ApiProperty({ example: true })
  success!: boolean;
}
