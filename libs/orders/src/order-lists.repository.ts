import { Injectable } from '@nestjs/common';
import { OrderTokens } from '@tandem/auth';
import type { Page, Paging } from '@tandem/context';
import { Database, sql } from '@tandem/database';
import type { Order } from './order';
import { orderFrom, type OrderRow } from './order.row';
import type { OrderState } from './order.states';
import { ORDER_COLUMNS } from './orders.repository';

/** Which orders of a store a list is about; what is left out does not matter. */
export interface OrderFilters {
  readonly states?: readonly OrderState[];
  readonly customerId?: string;
  readonly number?: string;
  readonly email?: string;
  /** A part of number or email. */
  readonly search?: string;
  readonly completedFrom?: Date;
  readonly completedTo?: Date;
}

const THOSE = `o.store_id = $1 AND ($2::text[] IS NULL OR o.state = ANY($2)) AND ($3::uuid IS NULL OR o.customer_id = $3)
  AND ($4::text IS NULL OR o.number = $4) AND ($5::text IS NULL OR lower(o.email) = lower($5))
  AND ($6::text IS NULL OR position(lower($6) IN lower(o.number || ' ' || coalesce(o.email, ''))) > 0)
  AND ($7::timestamptz IS NULL OR o.completed_at >= $7) AND ($8::timestamptz IS NULL OR o.completed_at <= $8)`;

const PAGE = sql(
  'page of orders',
  `SELECT ${ORDER_COLUMNS} FROM orders o WHERE ${THOSE} ORDER BY o.id DESC LIMIT $9 OFFSET $10`,
);

const COUNT = sql('count orders', `SELECT count(*)::int AS count FROM orders o WHERE ${THOSE}`);

@Injectable()
export class OrderListsRepository {
  constructor(
    private readonly database: Database,
    private readonly tokens: OrderTokens,
  ) {}

  /** Newest first. */
  async page(storeId: string, filters: OrderFilters, { limit, offset }: Paging): Promise<Page<Order>> {
    const those = filterValues(storeId, filters);
    const rows = await this.database.query<OrderRow>(PAGE, [...those, limit, offset]);
    const [counted] = await this.database.query<{ count: number }>(COUNT, those);
    const items = rows.map((row) => orderFrom(row, this.tokens.issue(row.store_id, row.id)));
    return { items, count: counted?.count ?? 0 };
  }
}

function filterValues(storeId: string, filters: OrderFilters): unknown[] {
  const { states, customerId, number, email, search, completedFrom, completedTo } = filters;
  return [storeId, states, customerId, number, email, search, completedFrom, completedTo].map(
    (value) => value ?? null,
  );
}
