import { Injectable } from '@nestjs/common';
import { OrderTokens } from '@tandem/auth';
import { boundsOf, type Page, type Paging, type Sort, type TimeRange } from '@tandem/context';
import { Database, listOf } from '@tandem/database';
import type { Order } from './order';
import { orderColumns } from './order-columns.statement';
import { orderFrom, type OrderRow } from './order.row';
import type { OrderState } from './order.states';

/** Filters of an order list; omitted ones match everything. */
export interface OrderFilters {
  readonly states?: readonly OrderState[];
  /** `placed`: ever completed. `order`: also imported orders that are not paid yet, but not carts that a shopper is filling. */
  readonly is?: 'placed' | 'order';
  readonly ids?: readonly string[];
  readonly customerId?: string;
  readonly customerIds?: readonly string[];
  readonly regionIds?: readonly string[];
  readonly number?: string;
  readonly email?: string;
  /** Part of the number or email. */
  readonly search?: string;
  readonly completedFrom?: Date;
  readonly completedTo?: Date;
  readonly created?: TimeRange;
  readonly updated?: TimeRange;
}

const SEARCHED = `lower(t.number || ' ' || coalesce(t.email, ''))`;

const orders = listOf({
  name: 'orders',
  table: 'orders',
  columns: orderColumns('t'),
  sort: {
    id: 't.id',
    number: 't.number',
    email: 'lower(t.email)',
    createdAt: 't.created_at',
    updatedAt: 't.updated_at',
  },
  defaultSort: { field: 'id', descending: true },
  filters: {
    state: (p) => `t.state = ${p}`,
    states: (p) => `t.state = ANY(${p})`,
    placed: () => 't.completed_at IS NOT NULL',
    order: () => `t.completed_at IS NOT NULL OR t.step = 'payment'`,
    ids: (p) => `t.id = ANY(${p})`,
    customerId: (p) => `t.customer_id = ${p}`,
    customerIds: (p) => `t.customer_id = ANY(${p})`,
    regionIds: (p) => `t.region_id = ANY(${p})`,
    number: (p) => `t.number = ${p}`,
    email: (p) => `lower(t.email) = lower(${p})`,
    completedFrom: (p) => `t.completed_at >= ${p}`,
    completedTo: (p) => `t.completed_at <= ${p}`,
    createdFrom: (p) => `t.created_at >= ${p}`,
    createdBefore: (p) => `t.created_at < ${p}`,
    updatedFrom: (p) => `t.updated_at >= ${p}`,
    updatedBefore: (p) => `t.updated_at < ${p}`,
  },
  searches: { search: { text: SEARCHED, indexed: SEARCHED, index: 'orders_by_text' } },
});

export type OrderSort = Sort<keyof typeof orders.definition.sort>;

@Injectable()
export class OrderListsRepository {
  constructor(
    private readonly database: Database,
    private readonly tokens: OrderTokens,
  ) {}

  /** Newest first by default. */
  async findPage(
    storeId: string,
    { is, states, created, updated, ...filters }: OrderFilters,
    paging: Paging,
    sort?: OrderSort,
  ): Promise<Page<Order>> {
    const [createdFrom, createdBefore] = boundsOf(created);
    const [updatedFrom, updatedBefore] = boundsOf(updated);
    const times = { createdFrom, createdBefore, updatedFrom, updatedBefore };
    // Only a single state can use an index.
    const inStates = states?.length === 1 ? { state: states[0] } : { states };
    const allFilters = { ...filters, ...inStates, ...times, placed: is === 'placed', order: is === 'order' };
    const request = { storeId, filters: allFilters, sort };
    const { items, count } = await orders.read<OrderRow>(this.database, request, paging);
    return { items: items.map((row) => orderFrom(row, this.tokens.issue(row.storeId, row.id))), count };
  }
}
