import type { Variant } from '@tandem/catalog';
import { displayAmount, spreeAmount } from '../../money/spree-amount';
import { spreeId } from '../../ids/spree-ids';
import type { SpreeVariant } from './variant.dto';

export function serializeVariant(variant: Variant): SpreeVariant {
  const { sku, name, active, prices } = variant;
  return {
    id: spreeId('variant', variant.id),
    sku,
    name,
    active,
    prices: prices.map((price) => ({
      currency: price.currency,
      amount: spreeAmount(price),
      display_amount: displayAmount(price),
    })),
    created_at: variant.createdAt.toISOString(),
    updated_at: variant.updatedAt.toISOString(),
  };
}
