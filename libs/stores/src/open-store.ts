import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { NewRegion, Store } from './store';
import { StoresRepository } from './stores.repository';

/** Opens a store with one region, in one currency (ISO 4217). */
@Injectable()
export class OpenStore {
  constructor(
    private readonly database: Database,
    private readonly stores: StoresRepository,
  ) {}

  async run(input: {
    name: string;
    currency: string;
    regionName: string;
  }): Promise<{ store: Store; region: NewRegion }> {
    const store = { id: newId(), name: input.name, currency: input.currency };
    const region = { id: newId(), name: input.regionName, currency: input.currency };
    await this.database.transaction(async (tx) => {
      await this.stores.insert(tx, store);
      await this.stores.insertRegion(tx, store.id, region);
    });
    return { store, region };
  }
}
