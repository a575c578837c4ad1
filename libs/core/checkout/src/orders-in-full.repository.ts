import { Injectable } from '@nestjs/common';
import { accessScopeValues, type AccessScope } from '@tandem/context';
import { sql, type Queryable } from '@tandem/database';
import {
  orderColumns,
  OrdersRepository,
  scopeFilter,
  type Order,
  type OrderRef,
  type OrderRow,
} from '@tandem/orders';
import {
  collectionInFullFrom,
  collectionsInFull,
  type CollectionInFull,
  type CollectionInFullRow,
} from '@tandem/payment-sessions';

// An order is read for most responses, so its collections come with it: as JSON, in the forms that their libs declare.
const IN_FULL = `SELECT ${orderColumns('o')},
  (SELECT coalesce(json_agg(c), '[]') FROM (${collectionsInFull('c.store_id = o.store_id AND c.order_id = o.id')}) c) AS collections
  FROM orders o WHERE o.store_id = $1 AND ${scopeFilter(3)}`;

const FIND = {
  id: sql('find order in full', `${IN_FULL} AND o.id = $2`),
  number: sql('find order in full by number', `${IN_FULL} AND o.number = $2`),
};

type Row = OrderRow & { readonly collections: readonly CollectionInFullRow[] };

/** An order and its collections, oldest first. */
export interface OrderInFull {
  readonly order: Order;
  readonly collections: readonly CollectionInFull[];
}

/** Reads an order with everything in its collections, in one statement. */
@Injectable()
export class OrdersInFullRepository {
  constructor(private readonly orders: OrdersRepository) {}

  async findByRef(
    on: Queryable,
    storeId: string,
    ref: OrderRef,
    scope: AccessScope,
  ): Promise<OrderInFull | null> {
    const [statement, idOrNumber] = 'id' in ref ? [FIND.id, ref.id] : [FIND.number, ref.number];
    const [row] = await on.query<Row>(statement, [storeId, idOrNumber, ...accessScopeValues(scope)]);
    if (!row) return null;
    const { collections, ...order } = row;
    return { order: this.orders.orderFrom(order), collections: collections.map(collectionInFullFrom) };
  }
}
