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

  /** Active or not, for the store's own people. `id` is null for an id of no known form. @throws VariantNotFound */
  async get(ctx: RequestContext, id: string | null, on: Queryable = this.database): Promise<Variant> {
    const [variant] = id === null ? [] : await this.variants.find(on, ctx.storeId, [id]);
    if (!variant) throw new VariantNotFound();
    return variant;
  }

  page(ctx: RequestContext, paging: Paging, sku?: string): Promise<Page<Variant>> {
    return this.variants.page(this.database, ctx.storeId, paging, sku ?? null);
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
    return new Map(ids.map((id) => [id, pricedIn(currency, active.get(id))]));
  }
}

function pricedIn(currency: string, variant: Variant | undefined): PricedVariant {
  if (!variant) throw new VariantNotFound();
  const price = variant.prices.find((candidate) => candidate.currency === currency);
  if (!price) throw new VariantWithoutPrice(currency);
  return { id: variant.id, name: variant.name, sku: variant.sku, price };
}
