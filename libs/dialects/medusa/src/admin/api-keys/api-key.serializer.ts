import { serializeAs, serializeDeleted, serializeListAs } from '../../medusa.serializer';
import { apiKey } from '../../resources/people/api-key.resource';

const FIELDS = [
  'id',
  'title',
  'token',
  'redacted',
  'type',
  'last_used_at',
  'updated_at',
  'created_at',
  'created_by',
  'revoked_at',
  'revoked_by',
];

const VISIBLE = { defaults: [...FIELDS, 'sales_channels.id', 'sales_channels.name'] };

/** The response to a creation has no sales channels yet (Medusa). */
export const serializeNewApiKey = serializeAs('api_key', apiKey, { defaults: [...FIELDS, 'deleted_at'] });
export const serializeApiKey = serializeAs('api_key', apiKey, VISIBLE);
export const serializeApiKeys = serializeListAs('api_keys', apiKey, VISIBLE);
export const serializeApiKeyDeleted = serializeDeleted('api_key');
