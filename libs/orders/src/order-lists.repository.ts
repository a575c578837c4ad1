import { Injectable } from '@nestjs/common';
import { OrderTokens } from '@tandem/auth';
import type { Page, Paging, Sort, TimeRange } from '@tandem/context';
import { Database, readPage, sql, type Statement } from '@tandem/database';
import type { Order } from './order';
import { orderFrom, type OrderRow } from './order.row';
import type { OrderState } from './order.states';
import { ORDER_COLUMNS } from './orders.repository';

/** Which orders of a store a list is about; what is left out does not matter. */
export interface OrderFilters {
  readonly states?: readonly OrderState[];
  /** `placed`: those that ever were. `order`: also those handed over and not paid yet, but no cart a shopper fills. */
  readonly is?: 'placed' | 'order';
  readonly ids?: readonly string[];
  readonly customerId?: string;
  readonly customerIds?: readonly string[];
  readonly regionIds?: readonly string[];
  readonly number?: string;
  readonly email?: string;
  /** A part of number or email. */
  readonly search?: string;
  readonly completedFrom?: Date;
  readonly completedTo?: Date;
  readonly created?: TimeRange;
  readonly updated?: TimeRange;
}

const COLUMN = {
  id: 'o.id',
  number: 'o.number',
  email: 'o.email',
  createdAt: 'o.created_at',
  updatedAt: 'o.updated_at',
};

export type OrderSort = Sort<keyof typeof COLUMN>;

const NEWEST_FIRST: OrderSort = { field: 'id', descending: true };

/** `column` within the range whose four bounds begin at `$first`. */
function within(column: string, first: number): string {
  return ['>', '>=', '<', '<=']
    .map((is, i) => {
      const bound = `$${first + i}::timestamptz`;
      return `(${bound} IS NULL OR ${column} ${is} ${bound})`;
    })
    .join(' AND ');
}

const THOSE = `o.store_id = $1 AND ($2::text[] IS NULL OR o.state = ANY($2)) AND ($3::uuid IS NULL OR o.customer_id = $3)
  AND ($4::text IS NULL OR o.number = $4) AND ($5::text IS NULL OR lower(o.email) = lower($5))
  AND ($6::text IS NULL OR position(lower($6) IN lower(o.number || ' ' || coalesce(o.email, ''))) > 0)
  AND ($7::timestamptz IS NULL OR o.completed_at >= $7) AND ($8::timestamptz IS NULL OR o.completed_at <= $8)
  AND ($9::text IS NULL OR o.completed_at IS NOT NULL OR ($9 = 'order' AND o.step = 'payment'))
  AND ($10::uuid[] IS NULL OR o.id = ANY($10)) AND ($11::uuid[] IS NULL OR o.customer_id = ANY($11))
  AND ($12::uuid[] IS NULL OR o.region_id = ANY($12))
  AND ${within('o.created_at', 13)} AND ${within('o.updated_at', 17)}`;

function pageBy(field: OrderSort['field'], way: 'ASC' | 'DESC'): Statement {
  return sql(
    `page of orders by ${field} ${way}`,
    `SELECT ${ORDER_COLUMNS} FROM orders o WHERE ${THOSE} ORDER BY ${COLUMN[field]} ${way}, o.id DESC LIMIT $21 OFFSET $22`,
  );
}

const pages = new Map<string, Statement>();

/** One statement for each way a list can be sorted. */
function pageSorted({ field, descending }: OrderSort): Statement {
  const way = descending ? 'DESC' : 'ASC';
  const statement = pages.get(field + way) ?? pageBy(field, way);
  pages.set(field + way, statement);
  return statement;
}

const COUNT = sql('count orders', `SELECT count(*)::int AS count FROM orders o WHERE ${THOSE}`);

@Injectable()
export class OrderListsRepository {
  constructor(
    private readonly database: Database,
    private readonly tokens: OrderTokens,
  ) {}

  /** Newest first, unless sorted otherwise. */
  async page(
    storeId: string,
    filters: OrderFilters,
    paging: Paging,
    sort: OrderSort = NEWEST_FIRST,
  ): Promise<Page<Order>> {
    const those = filterValues(storeId, filters);
    const statements = { page: pageSorted(sort), count: COUNT };
    const { items, count } = await readPage<OrderRow>(this.database, statements, those, paging);
    return { items: items.map((row) => orderFrom(row, this.tokens.issue(row.store_id, row.id))), count };
  }
}

function filterValues(storeId: string, filters: OrderFilters): unknown[] {
  const { states, customerId, number, email, search, completedFrom, completedTo } = filters;
  const { is, ids, customerIds, regionIds, created = {}, updated = {} } = filters;
  const values: unknown[] = [storeId, states, customerId, number, email, search, completedFrom, completedTo];
  values.push(is, ids, customerIds, regionIds, ...bounds(created), ...bounds(updated));
  return values.map((value) => value ?? null);
}

function bounds({ after, from, before, to }: TimeRange): (Date | undefined)[] {
  return [after, from, before, to];
}
