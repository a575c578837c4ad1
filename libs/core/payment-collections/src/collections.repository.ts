import { Injectable } from '@nestjs/common';
import { accessScopeValues, type AccessScope } from '@tandem/context';
import { CLOCK, Database, mustChange, sql, type Queryable, type Statement, type Tx } from '@tandem/database';
import type { Money } from '@tandem/money';
import { scopeFilter, type OrderState } from '@tandem/orders';
import type { PaymentCollection } from './payment-collection';
import { collectionColumns } from './payment-collection-columns.statement';
import { collectionFrom, type CollectionRow } from './payment-collection.row';

const COLUMNS = collectionColumns();

const FIND_COLLECTION = sql(
  'find payment collection',
  `SELECT ${COLUMNS} FROM payment_collections WHERE store_id = $1 AND id = $2 AND deleted_at IS NULL`,
);

const FIND_COLLECTIONS = sql(
  'find payment collections',
  `SELECT ${COLUMNS} FROM payment_collections WHERE store_id = $1 AND id = ANY($2)`,
);

const COLLECTIONS_OF_ORDERS = sql(
  'find payment collections of orders',
  `SELECT ${COLUMNS} FROM payment_collections WHERE store_id = $1 AND order_id = ANY($2) AND deleted_at IS NULL
    ORDER BY created_at, id`,
);

const LOCK_COLLECTION = sql(
  'lock payment collection',
  `SELECT ${COLUMNS} FROM payment_collections WHERE store_id = $1 AND id = $2 AND deleted_at IS NULL FOR NO KEY UPDATE`,
);

// The order first: a CTE runs once and whole, and the collection is joined to its row. The lines of the order are read afterwards,
// for this statement sees them as they were before it waited.
const LOCK_WITH_ORDER = sql(
  'lock order and payment collection',
  `WITH locked AS MATERIALIZED (
     SELECT o.id AS of_order, o.state FROM orders o
      WHERE o.store_id = $1 AND o.id = $2 AND ${scopeFilter(3)} FOR NO KEY UPDATE)
   SELECT ${COLUMNS}, locked.state FROM locked
     JOIN payment_collections c ON c.store_id = $1 AND c.id = of_order AND c.deleted_at IS NULL FOR NO KEY UPDATE OF c`,
  2,
);

// Ordered by id, so that two transactions that lock them all do not deadlock.
const LOCK_COLLECTIONS_OF_ORDER = sql(
  'lock payment collections of order',
  `SELECT ${COLUMNS} FROM payment_collections WHERE store_id = $1 AND order_id = $2 AND deleted_at IS NULL
    ORDER BY id FOR NO KEY UPDATE`,
);

const OPEN_COLLECTION = sql(
  'insert payment collection',
  `INSERT INTO payment_collections (store_id, id, order_id, currency, amount)
   VALUES ($1, $2, $3, $4, $5) RETURNING ${COLUMNS}`,
);

const INITIATE = sql(
  'initiate payment collection',
  `UPDATE payment_collections c SET initiated_at = coalesce(c.initiated_at, clock.now)
     FROM ${CLOCK} WHERE c.store_id = $1 AND c.id = $2 RETURNING ${COLUMNS}`,
);

// Optimistic locking: every change increments the version, so that creating a session in one statement notices concurrent changes.
const updateOne = (name: string, set: string, where = 'true'): ReturnType<typeof sql> =>
  sql(
    name,
    `UPDATE payment_collections SET ${set}, version = version + 1, updated_at = now()
      WHERE store_id = $1 AND id = $2 AND ${where} RETURNING ${COLUMNS}`,
  );

const RAISE_VERSION = sql(
  'raise version of payment collection',
  `UPDATE payment_collections SET version = version + 1 WHERE store_id = $1 AND id = $2 RETURNING ${COLUMNS}`,
);

const RELEASE = updateOne('release amount of collection', 'reserved = reserved - $3');
const REVERSE_REFUND = updateOne('reverse refund of collection', 'refunded = refunded - $3');
const SET_AMOUNT = updateOne('set amount of collection', 'amount = $3');
// An order's first collection cannot be removed, nor one with any authorization, which is part of the payment history.
const REMOVE = updateOne(
  'remove payment collection',
  'deleted_at = now()',
  'id <> order_id AND authorized = 0 AND reserved = 0 AND deleted_at IS NULL',
);

@Injectable()
export class CollectionsRepository {
  constructor(private readonly database: Database) {}

  findById(storeId: string, id: string, on: Queryable = this.database): Promise<PaymentCollection | null> {
    return this.queryOne(on, FIND_COLLECTION, [storeId, id]);
  }

  /** Existing collections, unordered. */
  async findAll(
    storeId: string,
    ids: readonly string[],
    on: Queryable = this.database,
  ): Promise<PaymentCollection[]> {
    if (ids.length === 0) return [];
    return (await on.query<CollectionRow>(FIND_COLLECTIONS, [storeId, ids])).map(collectionFrom);
  }

  /** Oldest first. */
  async findByOrders(
    storeId: string,
    orderIds: readonly string[],
    on: Queryable = this.database,
  ): Promise<PaymentCollection[]> {
    if (orderIds.length === 0) return [];
    return (await on.query<CollectionRow>(COLLECTIONS_OF_ORDERS, [storeId, orderIds])).map(collectionFrom);
  }

  /** Serializes changes of the amounts due. Lock order: collection, then session, then payment. */
  lockForUpdate(tx: Tx, storeId: string, id: string): Promise<PaymentCollection | null> {
    return this.queryOne(tx, LOCK_COLLECTION, [storeId, id]);
  }

  /** Locks an order in the scope, then its first collection; null if there is none. The order's lines must be read afterwards. */
  async lockWithOrder(
    tx: Tx,
    storeId: string,
    orderId: string,
    scope: AccessScope,
  ): Promise<{ readonly state: OrderState; readonly collection: PaymentCollection } | null> {
    const values = [storeId, orderId, ...accessScopeValues(scope)];
    const [row] = await tx.query<CollectionRow & { state: OrderState }>(LOCK_WITH_ORDER, values);
    if (!row) return null;
    const { state, ...collection } = row;
    return { state, collection: collectionFrom(collection) };
  }

  /** Locks all of an order, which must be locked first. Until `tx` ends none of their authorizations, captures or refunds can settle. */
  async lockByOrder(tx: Tx, storeId: string, orderId: string): Promise<PaymentCollection[]> {
    const rows = await tx.query<CollectionRow>(LOCK_COLLECTIONS_OF_ORDER, [storeId, orderId]);
    return rows.map(collectionFrom);
  }

  insertOpen(
    tx: Tx,
    collection: { storeId: string; id: string; orderId: string; amount: Money },
  ): Promise<PaymentCollection | null> {
    const { storeId, id, orderId, amount } = collection;
    return this.queryOne(tx, OPEN_COLLECTION, [storeId, id, orderId, amount.currency, amount.minor]);
  }

  initiate(tx: Tx, storeId: string, id: string): Promise<PaymentCollection | null> {
    return this.queryOne(tx, INITIATE, [storeId, id]);
  }

  /** The order can no longer be paid: a session that is being created for what it read before is not. */
  async raiseVersion(tx: Tx, { storeId, id }: Pick<PaymentCollection, 'storeId' | 'id'>): Promise<void> {
    await this.updateOne(tx, RAISE_VERSION, [storeId, id]);
  }

  /** Releases a reservation: the authorization was declined. */
  async release(tx: Tx, storeId: string, id: string, amount: Money): Promise<void> {
    await this.updateOne(tx, RELEASE, [storeId, id, amount.minor]);
  }

  /** Reverses a refund that its bank returned. */
  async reverseRefunded(tx: Tx, storeId: string, id: string, amount: Money): Promise<void> {
    await this.updateOne(tx, REVERSE_REFUND, [storeId, id, amount.minor]);
  }

  /** The order's total or its credit changed. */
  async setAmount(tx: Tx, { storeId, id }: PaymentCollection, amount: Money): Promise<void> {
    await this.updateOne(tx, SET_AMOUNT, [storeId, id, amount.minor]);
  }

  /** Null if it is the order's first one, or has or had an authorization. */
  remove(tx: Tx, { storeId, id }: PaymentCollection): Promise<PaymentCollection | null> {
    return this.queryOne(tx, REMOVE, [storeId, id]);
  }

  /** The collection must exist, as its payment or session refers to it. */
  private async updateOne(tx: Tx, statement: Statement, values: unknown[]): Promise<void> {
    mustChange(await this.queryOne(tx, statement, values), statement.name);
  }

  private async queryOne(
    on: Queryable,
    statement: Statement,
    values: unknown[],
  ): Promise<PaymentCollection | null> {
    const [row] = await on.query<CollectionRow>(statement, values);
    return row ? collectionFrom(row) : null;
  }
}
