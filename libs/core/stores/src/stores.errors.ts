import { defineError } from '@tandem/context';

export class RegionNotFound extends defineError('region_not_found', 'not_found', 'Region not found', {
  field: 'region_id',
}) {
  constructor(readonly publicId: string) {
    super();
  }
}

/** The store or the given region sells in another currency. */
export class CurrencyNotSold extends defineError(
  'currency_not_sold',
  'invalid',
  (currency: string) => `Currency ${currency} is not sold in`,
  { field: 'currency_code' },
) {}
