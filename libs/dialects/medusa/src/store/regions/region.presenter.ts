import { presentAs, presentListAs } from '../../medusa.presenter';
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

export const presentStoreRegion = presentAs('region', region, { defaults: STORE_DEFAULTS });

export const presentStoreRegions = presentListAs('regions', region, {
  defaults: STORE_DEFAULTS,
  limit: REGIONS_LIMIT,
});

export const presentAdminRegion = presentAs('region', region, { defaults: ADMIN_DEFAULTS });

export const presentAdminRegions = presentListAs('regions', region, {
  defaults: ADMIN_DEFAULTS,
  limit: REGIONS_LIMIT,
});
