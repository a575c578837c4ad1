import { CoreError } from '@tandem/context';

export class RegionNotFound extends CoreError {
  readonly code = 'region_not_found';
  readonly kind = 'not_found';
  override readonly field = 'region_id';

  constructor(readonly shownId: string) {
    super('Region not found');
  }
}

/** The store, or the region that was named, sells in another currency. */
export class CurrencyNotSold extends CoreError {
  readonly code = 'currency_not_sold';
  readonly kind = 'invalid';
  override readonly field = 'currency_code';

  constructor(currency: string) {
    super(`Currency ${currency} is not sold in`);
  }
}
