import { Injectable } from '@nestjs/common';
import type { Page, Paging, RequestContext } from '@tandem/context';
import { PaymentMethodsReader } from '@tandem/payment-methods';
import {
  StoresReader,
  type Region,
  type RegionFilters,
  type RegionRef,
  type RegionSort,
} from '@tandem/stores';

/** A region with the payment providers available there. */
export interface RegionInStore {
  readonly region: Region;
  readonly providerIds: readonly string[];
}

@Injectable()
export class RegionsReader {
  constructor(
    private readonly stores: StoresReader,
    private readonly methods: PaymentMethodsReader,
  ) {}

  /** @throws RegionNotFound */
  async get({ storeId }: RequestContext, { id, publicId }: RegionRef): Promise<RegionInStore> {
    const region = await this.stores.getRegion(storeId, id, publicId);
    return { region, providerIds: await this.methods.findVisibleProviders(storeId) };
  }

  /** Newest first, unless sorted otherwise. */
  async findPage(
    { storeId }: RequestContext,
    filters: RegionFilters,
    paging: Paging,
    sort?: RegionSort,
  ): Promise<Page<RegionInStore>> {
    const { items, count } = await this.stores.findPage(storeId, filters, paging, sort);
    const providerIds = await this.methods.findVisibleProviders(storeId);
    return { items: items.map((region) => ({ region, providerIds })), count };
  }
}
