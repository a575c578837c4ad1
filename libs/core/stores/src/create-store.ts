import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { NewRegion, Store } from './store';
import { StoresRepository } from './stores.repository';

export interface NewStore {
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly regionName: string;
}

/** Creates a store with one region, in one currency. */
@Injectable()
export class CreateStore {
  constructor(
    private readonly database: Database,
    private readonly stores: StoresRepository,
  ) {}

  run(input: NewStore): Promise<{ store: Store; region: NewRegion }> {
    return this.database.transaction((tx) => this.runInTransaction(tx, input));
  }

  /** The same inside a caller's transaction. */
  async runInTransaction(tx: Tx, input: NewStore): Promise<{ store: Store; region: NewRegion }> {
    const store = { id: newId(), name: input.name, currency: input.currency };
    const region = { id: newId(), name: input.regionName, currency: input.currency };
    await this.stores.insert(tx, store);
    await this.stores.insertRegion(tx, store.id, region);
    return { store, region };
  }

  /** The same, unless a store with the name exists: then null. Locks the name, so that only one of two processes creates it. */
  async createUnlessExists(tx: Tx, input: NewStore): Promise<Store | null> {
    await this.stores.lockName(tx, input.name);
    if (await this.stores.findByName(input.name, tx)) return null;
    return (await this.runInTransaction(tx, input)).store;
  }
}
