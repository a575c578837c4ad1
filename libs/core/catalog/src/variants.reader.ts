import { Injectable } from '@nestjs/common';
import type { Page, Paging, RequestContext } from '@tandem/context';
import { Database, type Queryable } from '@tandem/database';
import type { Money } from '@tandem/money';
import type { Variant } from './variant';
import { VariantNotFound, VariantWithoutPrice } from './variants.errors';
import { VariantsRepository } from './variants.repository';

/** A variant as a shopper may have it: at the store's price in one currency. */
export interface PricedVariant {
  readonly id: string;
  readonly name: string;
  readonly sku: string | null;
  readonly price: Money;
}

@Injectable()
export class VariantsReader {
  constructor(
    private readonly database: Database,
    private readonly variants: VariantsRepository,
  ) {}

  /** Active or not, for the store's own people. @throws VariantNotFound */
  async get(ctx: RequestContext, id: string, on: Queryable = this.database): Promise<Variant> {
    const [variant] = await this.variants.find(on, ctx.storeId, [id]);
    if (!variant) throw new VariantNotFound();
    return variant;
  }

  page(ctx: RequestContext, paging: Paging, sku?: string): Promise<Page<Variant>> {
    return this.variants.page(this.database, ctx.storeId, paging, sku ?? null);
  }

  /** Whether any variant that is sold has a price in it. */
  isPricedIn(on: Queryable, storeId: string, currency: string): Promise<boolean> {
    return this.variants.isPricedIn(on, storeId, currency);
  }

  /** What each costs in `currency`, by id: the price is the store's, never the shopper's. @throws VariantNotFound, VariantWithoutPrice */
  async priced(
    on: Queryable,
    storeId: string,
    ids: readonly string[],
    currency: string,
  ): Promise<ReadonlyMap<string, PricedVariant>> {
    const found = await this.variants.find(on, storeId, ids);
    const active = new Map(found.filter((variant) => variant.active).map((variant) => [variant.id, variant]));
    const missing = ids.filter((id) => !active.has(id));
    if (missing.length > 0) throw new VariantNotFound(missing);
    const priced = [...active.values()].flatMap((variant) => pricedIn(currency, variant));
    const unpriced = ids.filter((id) => !priced.some((variant) => variant.id === id));
    if (unpriced.length > 0) throw new VariantWithoutPrice(currency, unpriced);
    return new Map(priced.map((variant) => [variant.id, variant]));
  }
}

function pricedIn(currency: string, { id, name, sku, prices }: Variant): PricedVariant[] {
  return prices.filter((price) => price.currency === currency).map((price) => ({ id, name, sku, price }));
}
