import { serializeAs, serializeListAs } from '../../medusa.serializer';
import { region } from '../../resources/region.resource';

// Medusa's default limit of both lists.
export const REGIONS_LIMIT = 50;

const STORE_DEFAULTS = [
  'id',
  'name',
  'currency_code',
  'created_at',
  'updated_at',
  'deleted_at',
  'metadata',
  '*countries',
];

const ADMIN_DEFAULTS = [...STORE_DEFAULTS, 'automatic_taxes'];

export const serializeStoreRegion = serializeAs('region', region, { defaults: STORE_DEFAULTS });

export const serializeStoreRegions = serializeListAs('regions', region, {
  defaults: STORE_DEFAULTS,
  limit: REGIONS_LIMIT,
});

export const serializeAdminRegion = serializeAs('region', region, { defaults: ADMIN_DEFAULTS });

export const serializeAdminRegions = serializeListAs('regions', region, {
  defaults: ADMIN_DEFAULTS,
  limit: REGIONS_LIMIT,
});
