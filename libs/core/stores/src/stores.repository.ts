import { Injectable } from '@nestjs/common';
import { Database, sql, type Queryable, type Tx } from '@tandem/database';
import type { NewRegion, Region, Store } from './store';

const INSERT_STORE = sql('insert store', `INSERT INTO stores (id, name, currency) VALUES ($1, $2, $3)`);

const INSERT_REGION = sql(
  'insert region',
  `INSERT INTO regions (store_id, id, name, currency) VALUES ($1, $2, $3, $4)`,
);

const FIND_STORE_BY_NAME = sql(
  'find store by name',
  `SELECT id, name, currency FROM stores WHERE name = $1 ORDER BY id LIMIT 1`,
);

// Names need not be unique, so no constraint prevents two concurrent inserts.
const LOCK_NAME = sql('lock store name', `SELECT pg_advisory_xact_lock(hashtextextended($1, 0)) AS locked`);

const REGION = `id, name, currency, created_at AS "createdAt", updated_at AS "updatedAt"`;

const REGIONS = sql('find regions of store', `SELECT ${REGION} FROM regions WHERE store_id = $1 ORDER BY id`);

const TWO_STORES = sql('find two stores', `SELECT id FROM stores LIMIT 2`);

const FIRST_REGION = sql(
  'find first region of currency',
  `SELECT ${REGION} FROM regions WHERE store_id = $1 ORDER BY (currency = $2) IS TRUE DESC, id LIMIT 1`,
);

@Injectable()
export class StoresRepository {
  constructor(private readonly database: Database) {}

  async insert(tx: Tx, store: Store): Promise<void> {
    await tx.query(INSERT_STORE, [store.id, store.name, store.currency]);
  }

  async insertRegion(tx: Tx, storeId: string, region: NewRegion): Promise<void> {
    await tx.query(INSERT_REGION, [storeId, region.id, region.name, region.currency]);
  }

  /** Locks the name until `tx` ends, so that only one process creates a store with it. */
  async lockName(tx: Tx, name: string): Promise<void> {
    await tx.query(LOCK_NAME, [name]);
  }

  async findByName(name: string, on: Queryable = this.database): Promise<Store | null> {
    const [store] = await on.query<Store>(FIND_STORE_BY_NAME, [name]);
    return store ?? null;
  }

  /** The id of the only store; null if there are several or none. */
  async findOnly(): Promise<string | null> {
    const [first, second] = await this.database.query<{ id: string }>(TWO_STORES, []);
    return first && !second ? first.id : null;
  }

  /** All regions of a store, oldest first. */
  findRegions(storeId: string, on: Queryable = this.database): Promise<Region[]> {
    return on.query<Region>(REGIONS, [storeId]);
  }

  /** The store's region for a currency, or its first one. */
  async findRegionFor(storeId: string, currency: string | null): Promise<Region | null> {
    const [region] = await this.database.query<Region>(FIRST_REGION, [storeId, currency]);
    return region ?? null;
  }
}
