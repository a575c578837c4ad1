import { Injectable } from '@nestjs/common';
import type { Page, Paging } from '@tandem/context';
import { TtlCache, type Queryable } from '@tandem/database';
import { pageOfRegions, type RegionFilters, type RegionSort } from './region-list';
import type { Region, Store } from './store';
import { CurrencyNotSold, RegionNotFound } from './stores.errors';
import { StoresRepository } from './stores.repository';

/** A region named by a caller. */
export interface RegionRef {
  /** UUID. */
  readonly id: string;
  /** The id as the caller wrote it. */
  readonly publicId: string;
}

// Every order shows its region, and a region is created once and never changed. The size is far more stores than one process serves
// in that time.
const REGIONS = { ttlMs: 60_000, maxEntries: 10_000 };

@Injectable()
export class StoresReader {
  private readonly recentRegions = new TtlCache<ReadonlyMap<string, Region>>(REGIONS);

  constructor(private readonly stores: StoresRepository) {}

  findByName(name: string): Promise<Store | null> {
    return this.stores.findByName(name);
  }

  /** The id of the only store; null if there are several or none. */
  findOnly(): Promise<string | null> {
    return this.stores.findOnly();
  }

  /** @throws RegionNotFound with the id as the caller wrote it */
  async getRegion(storeId: string, regionId: string, publicId: string): Promise<Region> {
    const region = (await this.getRegions(storeId, [regionId])).get(regionId);
    if (region === undefined) throw new RegionNotFound(publicId);
    return region;
  }

  /** A store's regions by id, those with these ids among them. */
  async getRegions(
    storeId: string,
    ids: readonly string[],
    on?: Queryable,
  ): Promise<ReadonlyMap<string, Region>> {
    const recent = this.recentRegions.peek(storeId);
    if (recent && ids.every((id) => recent.has(id))) return recent;
    return this.recentRegions.load(storeId, async () => {
      const regions = await this.stores.findRegions(storeId, on);
      return new Map(regions.map((region) => [region.id, region]));
    });
  }

  /** Newest first by default. */
  async findPage(
    storeId: string,
    filters: RegionFilters,
    paging: Paging,
    sort?: RegionSort,
  ): Promise<Page<Region>> {
    return pageOfRegions(await this.stores.findRegions(storeId), filters, paging, sort);
  }

  /** The region for orders in `currency`; the first one if it is null or not sold in. @throws RegionNotFound if the store has no regions */
  async getRegionFor(storeId: string, currency: string | null): Promise<Region> {
    const region = await this.stores.findRegionFor(storeId, currency);
    if (region === null) throw new RegionNotFound(currency ?? '');
    return region;
  }

  /** The given region, or else the region for `currency`. @throws RegionNotFound, CurrencyNotSold */
  async getRegionByRef(storeId: string, named: RegionRef | null, currency: string | null): Promise<Region> {
    const region = named
      ? await this.getRegion(storeId, named.id, named.publicId)
      : await this.getRegionFor(storeId, currency);
    if (currency !== null && currency !== region.currency) throw new CurrencyNotSold(currency);
    return region;
  }
}
