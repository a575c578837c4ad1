import { presentAs, presentDeleted, presentListAs } from '../../medusa.presenter';
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

const SHOWN = { defaults: [...FIELDS, 'sales_channels.id', 'sales_channels.name'] };

/** The response to a creation has no sales channels yet (Medusa). */
export const presentNewApiKey = presentAs('api_key', apiKey, { defaults: [...FIELDS, 'deleted_at'] });
export const presentApiKey = presentAs('api_key', apiKey, SHOWN);
export const presentApiKeys = presentListAs('api_keys', apiKey, SHOWN);
export const presentApiKeyDeleted = presentDeleted('api_key');
