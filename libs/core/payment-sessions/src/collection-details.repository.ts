import { Injectable } from '@nestjs/common';
import { sql, type Queryable, type Statement } from '@tandem/database';
import {
  collectionInFullFrom,
  type CollectionInFull,
  type CollectionInFullRow,
} from './collection-in-full.row';
import { COLLECTION_IN_FULL, collectionsInFull } from './collection-in-full.statement';

const BY_IDS = sql(
  'find payment collections in full',
  `SELECT ${COLLECTION_IN_FULL} FROM payment_collections c WHERE c.store_id = $1 AND c.id = ANY($2)`,
);

const OF_ORDERS = sql(
  'find payment collections of orders in full',
  collectionsInFull('c.store_id = $1 AND c.order_id = ANY($2)'),
);

/** Reads collections with everything in them. */
@Injectable()
export class CollectionDetailsRepository {
  /** Existing and removed collections, unordered. */
  findByIds(on: Queryable, storeId: string, ids: readonly string[]): Promise<CollectionInFull[]> {
    return this.rows(on, BY_IDS, storeId, ids);
  }

  /** Oldest first. */
  findByOrders(on: Queryable, storeId: string, orderIds: readonly string[]): Promise<CollectionInFull[]> {
    return this.rows(on, OF_ORDERS, storeId, orderIds);
  }

  private async rows(
    on: Queryable,
    statement: Statement,
    storeId: string,
    ids: readonly string[],
  ): Promise<CollectionInFull[]> {
    if (ids.length === 0) return [];
    return (await on.query<CollectionInFullRow>(statement, [storeId, ids])).map(collectionInFullFrom);
  }
}
