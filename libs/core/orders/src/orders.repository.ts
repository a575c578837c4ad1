import { Injectable } from '@nestjs/common';
import { OrderTokens } from '@tandem/auth';
import { accessScopeValues, type AccessScope } from '@tandem/context';
import { mustChange, sql, type Queryable, type Statement, type Tx } from '@tandem/database';
import type { Order, OrderRef } from './order';
import { scopeFilter } from './access/scope-filter.statement';
import { orderColumns } from './order-columns.statement';
import { orderFrom, type OrderRow } from './order.row';
import { candidateNumbers } from './order-number';
import { OrderNumberTaken } from './orders.errors';
import { ORDER } from './order.states';
import {
  INSERT_ORDER,
  SAVE_ITEMS,
  UPDATE_ORDER,
  CANCEL_ORDER,
  COMPLETE_ORDER,
} from './write-order.statement';

/** Its parameters follow the store and the id or number: see `accessScopeValues`. */
const IN_SCOPE = scopeFilter(3);

const FIND = {
  id: sql(
    'find order',
    `SELECT ${orderColumns('o')} FROM orders o WHERE o.store_id = $1 AND o.id = $2 AND ${IN_SCOPE}`,
  ),
  number: sql(
    'find order by number',
    `SELECT ${orderColumns('o')} FROM orders o WHERE o.store_id = $1 AND o.number = $2 AND ${IN_SCOPE}`,
  ),
};

const FIND_ID = {
  id: sql('find order id', `SELECT o.id FROM orders o WHERE o.store_id = $1 AND o.id = $2 AND ${IN_SCOPE}`),
  number: sql(
    'find order id by number',
    `SELECT o.id FROM orders o WHERE o.store_id = $1 AND o.number = $2 AND ${IN_SCOPE}`,
  ),
};

const LOCK = sql(
  'lock order',
  `SELECT o.store_id AS "storeId", o.id, o.state, o.completed_at AS "completedAt" FROM orders o
    WHERE o.store_id = $1 AND o.id = $2 AND ${IN_SCOPE} FOR NO KEY UPDATE`,
);

/** A completed or canceled order needs no placement. */
const NO_PLACEMENT = { placementRequestedAt: null, placementDueAt: null, placementProblem: null };

/** The state of a locked order. */
export type LockedState = Pick<Order, 'storeId' | 'id' | 'state' | 'completedAt'>;

/** A line to be written. */
export type ItemToSave = Omit<Order['items'][number], 'createdAt' | 'updatedAt'>;

/** An order to be inserted. */
export type NewOrder = Pick<
  Order,
  | 'storeId'
  | 'id'
  | 'customerId'
  | 'regionId'
  | 'email'
  | 'itemTotal'
  | 'adjustmentTotal'
  | 'total'
  | 'itemCount'
  | 'metadata'
  | 'step'
  | 'locale'
  | 'billAddress'
  | 'shipAddress'
  | 'idAccess'
> & {
  /** Null: R and 9 random digits, unique in the store. */
  readonly number: string | null;
  readonly items: readonly ItemToSave[];
  readonly adjustments: Order['adjustments'];
};

@Injectable()
export class OrdersRepository {
  constructor(private readonly tokens: OrderTokens) {}

  findByRef(on: Queryable, storeId: string, ref: OrderRef, scope: AccessScope): Promise<Order | null> {
    const [statement, idOrNumber] = 'id' in ref ? [FIND.id, ref.id] : [FIND.number, ref.number];
    return this.queryOne(on, statement, [storeId, idOrNumber, ...accessScopeValues(scope)]);
  }

  /** An order from a row that another lib's statement read by `orderColumns`. */
  orderFrom(row: OrderRow): Order {
    return orderFrom(row, this.tokens.issue(row.storeId, row.id));
  }

  /** Only the order's id, for callers who need to know that it is in the scope. */
  async findId(on: Queryable, storeId: string, ref: OrderRef, scope: AccessScope): Promise<string | null> {
    const [statement, idOrNumber] = 'id' in ref ? [FIND_ID.id, ref.id] : [FIND_ID.number, ref.number];
    const values = [storeId, idOrNumber, ...accessScopeValues(scope)];
    const [row] = await on.query<{ id: string }>(statement, values);
    return row?.id ?? null;
  }

  /** Locks the order against completion and cancellation until `tx` ends. */
  async lockForUpdate(tx: Tx, storeId: string, id: string, scope: AccessScope): Promise<Order | null> {
    const locked = await this.lockState(tx, storeId, id, scope);
    // A separate statement: a SELECT … FOR UPDATE that waited for the lock would return the lines from before the wait.
    return locked && this.findByRef(tx, storeId, { id }, scope);
  }

  /** Like `lock`, without reading the lines. */
  async lockState(tx: Tx, storeId: string, id: string, scope: AccessScope): Promise<LockedState | null> {
    const [locked] = await tx.query<LockedState>(LOCK, [storeId, id, ...accessScopeValues(scope)]);
    return locked ?? null;
  }

  /** With its lines and adjustments. @throws OrderNumberTaken if the given number exists */
  async insert(tx: Tx, order: NewOrder): Promise<void> {
    // Tries the next number if one is taken: ON CONFLICT DO NOTHING keeps the transaction usable.
    for (const number of candidateNumbers(order.number)) {
      if ((await tx.query(INSERT_ORDER, insertValues(order, number))).length > 0) return;
    }
    throw new OrderNumberTaken();
  }

  /** Replaces the order's lines with these, in this order. */
  async saveItems(tx: Tx, order: Pick<Order, 'storeId' | 'id'>, items: readonly ItemToSave[]): Promise<void> {
    await tx.query(SAVE_ITEMS, [order.storeId, order.id, itemsJson(items)]);
  }

  /** Updates items' totals and details, and increments the lock version. */
  async update(tx: Tx, order: Order): Promise<void> {
    const [changed] = await tx.query(UPDATE_ORDER, changeValues(order));
    mustChange(changed, UPDATE_ORDER.name);
  }

  /** The order must be locked and open. Returns it completed. */
  async complete(tx: Tx, order: Order): Promise<Order> {
    const values = [order.storeId, order.id, ORDER.statesThat('complete'), ORDER.target('complete')];
    const [row] = await tx.query<{ at: Date }>(COMPLETE_ORDER, values);
    const { at } = mustChange(row, COMPLETE_ORDER.name);
    return { ...order, ...NO_PLACEMENT, state: ORDER.target('complete'), completedAt: at, updatedAt: at };
  }

  /** The order must be locked and not canceled. Returns it canceled. */
  async cancel(tx: Tx, order: Order): Promise<Order> {
    const values = [order.storeId, order.id, ORDER.statesThat('cancel'), ORDER.target('cancel')];
    const [row] = await tx.query<{ at: Date }>(CANCEL_ORDER, values);
    const { at } = mustChange(row, CANCEL_ORDER.name);
    return { ...order, ...NO_PLACEMENT, state: ORDER.target('cancel'), canceledAt: at, updatedAt: at };
  }

  private async queryOne(
    on: Queryable,
    statement: Statement,
    values: readonly unknown[],
  ): Promise<Order | null> {
    const [row] = await on.query<OrderRow>(statement, values);
    return row ? this.orderFrom(row) : null;
  }
}

function insertValues(order: NewOrder, number: string): unknown[] {
  return [
    order.storeId,
    order.id,
    number,
    order.customerId,
    order.regionId,
    order.email,
    order.total.currency,
    order.itemTotal.minor,
    order.adjustmentTotal.minor,
    order.total.minor,
    order.itemCount,
    JSON.stringify(order.metadata),
    order.step,
    order.locale,
    order.billAddress,
    order.shipAddress,
    order.idAccess,
    itemsJson(order.items),
    adjustmentsJson(order),
  ];
}

function changeValues(order: Order): unknown[] {
  return [
    order.storeId,
    order.id,
    order.itemTotal.minor,
    order.adjustmentTotal.minor,
    order.total.minor,
    order.itemCount,
    order.storeCreditTotal.minor,
    order.giftCardTotal.minor,
    order.step,
    order.email,
    order.locale,
    order.customerNote,
    order.billAddress,
    order.shipAddress,
    JSON.stringify(order.metadata),
    order.customerId,
  ];
}

function itemsJson(items: readonly ItemToSave[]): string {
  return JSON.stringify(
    items.map((item, position) => ({ ...item, position, price: item.price.minor.toString() })),
  );
}

function adjustmentsJson(order: NewOrder): string {
  return JSON.stringify(
    order.adjustments.map(({ id, label, amount }, position) => ({
      id,
      label,
      position,
      amount: amount.minor.toString(),
    })),
  );
}
