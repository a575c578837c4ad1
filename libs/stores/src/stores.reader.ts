import { Injectable } from '@nestjs/common';
import type { Region, Store } from './store';
import { RegionNotFound } from './stores.errors';
import { StoresRepository } from './stores.repository';

@Injectable()
export class StoresReader {
  constructor(private readonly stores: StoresRepository) {}

  findByName(name: string): Promise<Store | null> {
    return this.stores.findByName(name);
  }

  /** The id of the only store there is; null where there are several, or none. */
  only(): Promise<string | null> {
    return this.stores.only();
  }

  /** @throws RegionNotFound, with the id as the caller spelled it. */
  async region(storeId: string, regionId: string | null, shownId: string): Promise<Region> {
    const region = regionId === null ? null : await this.stores.findRegion(storeId, regionId);
    if (region === null) throw new RegionNotFound(shownId);
    return region;
  }

  /** The region an order in `currency` belongs to; with null, or one it does not sell in, the first. @throws RegionNotFound when the store has none at all. */
  async regionFor(storeId: string, currency: string | null): Promise<Region> {
    const region = await this.stores.regionFor(storeId, currency);
    if (region === null) throw new RegionNotFound(currency ?? '');
    return region;
  }
}
