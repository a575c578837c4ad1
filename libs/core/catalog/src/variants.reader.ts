import { Injectable } from '@nestjs/common';
import type { Page, Paging, RequestContext } from '@tandem/context';
import { Database, type Queryable } from '@tandem/database';
import type { Variant } from './variant';
import { pricedIn, type PricedVariant } from './priced-variant';
import { VariantNotFound } from './variants.errors';
import { VariantsRepository } from './variants.repository';

@Injectable()
export class VariantsReader {
  constructor(
    private readonly database: Database,
    private readonly variants: VariantsRepository,
  ) {}

  /** Active or not, for staff. @throws VariantNotFound */
  async get(ctx: RequestContext, id: string, on: Queryable = this.database): Promise<Variant> {
    const [variant] = await this.variants.findByIds(on, ctx.storeId, [id]);
    if (!variant) throw new VariantNotFound();
    return variant;
  }

  findPage(ctx: RequestContext, paging: Paging, sku?: string): Promise<Page<Variant>> {
    return this.variants.findPage(this.database, ctx.storeId, paging, sku ?? null);
  }

  /** Whether any active variant has a price in the currency. */
  isPricedIn(on: Queryable, storeId: string, currency: string): Promise<boolean> {
    return this.variants.isPricedIn(on, storeId, currency);
  }

  /** The catalog price of each variant in `currency`, by id. @throws VariantNotFound, VariantWithoutPrice */
  async findPriced(
    on: Queryable,
    storeId: string,
    ids: readonly string[],
    currency: string,
  ): Promise<ReadonlyMap<string, PricedVariant>> {
    return pricedIn(currency, await this.variants.findByIds(on, storeId, ids), ids);
  }
}
