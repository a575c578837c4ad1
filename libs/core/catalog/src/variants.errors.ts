import { defineError } from '@tandem/context';

/** Unknown, another store's, or not active; the response does not say which. */
export class VariantNotFound extends defineError('variant_not_found', 'not_found', 'Variant not found') {
  /** UUIDs, or malformed ids as the caller wrote them. */
  constructor(readonly ids: readonly string[] = []) {
    super();
  }
}

/** It has no price in the cart's currency. */
export class VariantWithoutPrice extends defineError(
  'variant_without_price',
  'invalid',
  (currency: string) => `Variant is not available in ${currency}`,
  { field: 'variant_id' },
) {
  /** UUIDs. */
  constructor(
    currency: string,
    readonly ids: readonly string[] = [],
  ) {
    super(currency);
  }
}

export class SkuTaken extends defineError('sku_taken', 'invalid', 'Sku has already been taken', {
  field: 'sku',
}) {}
