import type { RegionInStore } from '@tandem/checkout';
import { many, type Resource } from '../fields/fields';
import { medusaId } from '../ids/medusa-ids';
import { provider } from './collection.resource';
import { times } from './times';

const country: Resource<never> = { fields: {}, relations: {} };

/** Tandem computes no taxes and stores no countries. */
export const region: Resource<RegionInStore> = {
  fields: {
    id: ({ region: { id } }) => medusaId('region', id),
    name: ({ region: { name } }) => name,
    currency_code: ({ region: { currency } }) => currency.toLowerCase(),
    automatic_taxes: () => false,
    metadata: () => null,
    created_at: ({ region: entity }) => times.created_at(entity),
    updated_at: ({ region: entity }) => times.updated_at(entity),
    deleted_at: times.deleted_at,
  },
  relations: {
    countries: many(
      () => country,
      () => [],
    ),
    payment_providers: many(
      () => provider,
      ({ providerIds }: RegionInStore) => providerIds,
    ),
  },
};
