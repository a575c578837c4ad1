import { CoreError } from '@tandem/context';

/** Not there, another store's, or not active: a shopper is not told which. */
export class VariantNotFound extends CoreError {
  readonly code = 'variant_not_found';
  readonly kind = 'not_found';

  /** Which: UUIDs, or malformed ids as the caller wrote them. */
  constructor(readonly ids: readonly string[] = []) {
    super('Variant not found');
  }
}

/** The store has set no price in the cart's currency. */
export class VariantWithoutPrice extends CoreError {
  readonly code = 'variant_without_price';
  readonly kind = 'invalid';
  override readonly field = 'variant_id';

  /** Which: UUIDs. */
  constructor(
    currency: string,
    readonly ids: readonly string[] = [],
  ) {
    super(`Variant is not available in ${currency}`);
  }
}

export class SkuTaken extends CoreError {
  readonly code = 'sku_taken';
  readonly kind = 'invalid';
  override readonly field = 'sku';

  constructor() {
    super('Sku has already been taken');
  }
}
