import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ALL_SCOPES, type ScopeResource } from '@tandem/auth';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Refuses } from '../../errors/refuses';

// More than there are scopes.
const MAX_SCOPES = 100;

/** What each scope opens, in the documentation's words. */
const SCOPE_DESCRIPTIONS = {
  orders: 'orders and what is below them without a scope of its own (Medusa: credit lines, changes)',
  payments:
    'an order’s payments, gateway calls and payment events (Medusa: payments, sessions and collections)',
  refunds: 'an order’s refunds (Medusa: the refund of a payment)',
  fulfillments: 'nothing yet',
  products: 'products, variants and prices',
  categories: 'nothing yet',
  collections: 'nothing yet',
  stock: 'nothing yet',
  promotions: 'nothing yet',
  customers: 'customers, their addresses and saved cards',
  store_credits: 'store credits of a customer or an order',
  gift_cards: 'gift cards, also those of an order',
  settings: 'the store, payment methods, markets, refund reasons (Medusa: regions, currencies, providers)',
  integrations: 'nothing yet',
  sellers: 'nothing yet',
  webhooks: 'webhook endpoints and their deliveries',
  api_keys: 'API keys, but the one that asks',
  staff: 'admin users, invitations and roles',
  dashboard: 'reports; read only',
} satisfies Record<ScopeResource, string>;

const SCOPES = Object.entries(SCOPE_DESCRIPTIONS).map(([name, about]) => `- ${name}: ${about}`);

/** Body of POST /api/v3/admin/api_keys. */
@Refuses('channel_id', 'expires_at', 'token', 'plaintext_token', 'revoked_at')
export class CreateApiKeyDto {
  /** Shown to staff only. */
  @ApiProperty({ example: 'Storefront' })
  @IsString({ message: "$property can't be blank" })
  @Length(1, 255, { message: "$property can't be blank" })
  name!: string;

  /** `publishable` gives access to the store APIs, `secret` to the admin APIs. */
  @ApiProperty({ example: 'secret', enum: ['publishable', 'secret'] })
  @IsIn(['publishable', 'secret'], { message: '$property must be publishable or secret' })
  key_type!: 'publishable' | 'secret';

  @ApiPropertyOptional({
    type: [String],
    example: ['read_orders', 'write_payments'],
    enum: ALL_SCOPES,
    description:
      'Scopes of a secret key: at least one, each a scope of the caller; cannot be changed later. `read_x` allows listing and ' +
      'reading, `write_x` also everything else; `read_all` and `write_all` cover all resources. ' +
      `A publishable key has no scopes.\n\n${SCOPES.join('\n')}`,
  })
  @IsOptional()
  @IsArray({ message: '$property must be a list' })
  @ArrayMaxSize(MAX_SCOPES, { message: '$property must be at most $constraint1' })
  @IsString({ each: true, message: '$property must be a list of texts' })
  scopes?: string[];
}

/** Body of PATCH /api/v3/admin/api_keys/{id}. A key's type and scopes cannot change: create a new key and revoke this one. */
@Refuses('key_type', 'scopes', 'channel_id', 'expires_at', 'token', 'plaintext_token', 'revoked_at')
export class UpdateApiKeyDto {
  /** Shown to staff only. */
  @ApiProperty({ example: 'Storefront' })
  @IsString({ message: "$property can't be blank" })
  @Length(1, 255, { message: "$property can't be blank" })
  name!: string;
}

/** An API key. */
export class SpreeApiKey {
  @ApiProperty({ example: 'key_1C5nQHTxNqcUU3WZ1J6bWb' })
  id!: string;

  @ApiProperty({ example: 'Storefront' })
  name!: string;

  @ApiProperty({ example: 'publishable', enum: ['publishable', 'secret'] })
  key_type!: string;

  /** The key itself. A secret key's is returned only when it is created, and is null afterwards. */
  @ApiProperty({ type: String, nullable: true, example: 'pk_5d1fd977f2f246c8…' })
  token!: string | null;

  /** Spree's name for `token`, set only when a secret key is created. */
  @ApiProperty({ type: String, nullable: true, example: null })
  plaintext_token!: string | null;

  /** Scopes of a secret key; empty for a publishable one. */
  @ApiProperty({ type: [String], example: [] })
  scopes!: readonly string[];

  /** The token shortened, to recognize the key. */
  @ApiProperty({ example: 'pk_5d1***81d' })
  token_prefix!: string;

  /** ISO 8601 with milliseconds, UTC. The key is rejected from then on. */
  @ApiProperty({ type: String, nullable: true, example: null })
  revoked_at!: string | null;

  /** Prefixed id of the admin or key that created it. */
  @ApiProperty({ type: String, nullable: true, example: null })
  created_by!: string | null;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  created_at!: string;

  @ApiProperty({ example: '2026-11-21T10:00:00.000Z' })
  updated_at!: string;
}
