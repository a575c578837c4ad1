import type { Money } from '@tandem/money';
import type { Variant } from './variant';
import { VariantNotFound, VariantWithoutPrice } from './variants.errors';

/** A variant with its price in one currency. */
export interface PricedVariant {
  readonly id: string;
  readonly name: string;
  readonly sku: string | null;
  readonly price: Money;
}

/**
 * The price of each of these variants in a currency, by id. `found`: the variants that exist; inactive ones count as not found.
 * @throws VariantNotFound, VariantWithoutPrice, each with all ids concerned
 */
export function pricedIn(
  currency: string,
  found: readonly Variant[],
  ids: readonly string[],
): ReadonlyMap<string, PricedVariant> {
  const active = new Map(found.filter((variant) => variant.active).map((variant) => [variant.id, variant]));
  const missing = ids.filter((id) => !active.has(id));
  if (missing.length > 0) throw new VariantNotFound(missing);
  const priced = new Map([...active.values()].flatMap((variant) => entryOf(currency, variant)));
  const unpriced = ids.filter((id) => !priced.has(id));
  if (unpriced.length > 0) throw new VariantWithoutPrice(currency, unpriced);
  return priced;
}

function entryOf(currency: string, { id, name, sku, prices }: Variant): [string, PricedVariant][] {
  const price = prices.find((candidate) => candidate.currency === currency);
  return price ? [[id, { id, name, sku, price }]] : [];
}
