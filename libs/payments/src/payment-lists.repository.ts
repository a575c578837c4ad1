import { Injectable } from '@nestjs/common';
import { boundsOf, type Page, type PageAsked, type TimeRange } from '@tandem/context';
import { Database, readPage, sortable, sql } from '@tandem/database';
import { paymentFrom, type Payment, type PaymentRow } from './payment';

/** Which payments of a store a list is about; what is left out does not matter. */
export interface PaymentFilters {
  /** UUIDs; none of them names no payment. */
  readonly ids?: readonly string[];
  readonly sessionIds?: readonly string[];
  readonly created?: TimeRange;
  readonly updated?: TimeRange;
}

const COLUMNS = {
  id: 'p.id',
  created_at: 'p.created_at',
  updated_at: 'p.updated_at',
  captured_at: { nullable: 'p.captured_at' },
  canceled_at: { nullable: 'p.canceled_at' },
  amount: 'p.authorized',
  currency_code: 'p.currency',
  provider_id: 'p.provider_id',
};

export type PaymentOrderField = keyof typeof COLUMNS;
export const PAYMENT_ORDER_FIELDS = Object.keys(COLUMNS) as PaymentOrderField[];

const THOSE = `p.store_id = $1 AND ($2::uuid[] IS NULL OR p.id = ANY($2)) AND ($3::uuid[] IS NULL OR p.session_id = ANY($3))
  AND ($4::timestamptz IS NULL OR p.created_at >= $4) AND ($5::timestamptz IS NULL OR p.created_at < $5)
  AND ($6::timestamptz IS NULL OR p.updated_at >= $6) AND ($7::timestamptz IS NULL OR p.updated_at < $7)`;

const pageOf = sortable(
  'page of payments',
  COLUMNS,
  (order) => `SELECT p.* FROM payments p WHERE ${THOSE} ORDER BY ${order} LIMIT $8 OFFSET $9`,
);

const COUNT = sql('count payments', `SELECT count(*)::int AS count FROM payments p WHERE ${THOSE}`);

@Injectable()
export class PaymentListsRepository {
  constructor(private readonly database: Database) {}

  async page(
    storeId: string,
    { ids, sessionIds, created, updated }: PaymentFilters,
    { paging, sort }: PageAsked<PaymentOrderField>,
  ): Promise<Page<Payment>> {
    const those = [storeId, ids ?? null, sessionIds ?? null, ...boundsOf(created), ...boundsOf(updated)];
    const statements = { page: pageOf(sort), count: COUNT };
    const { items, count } = await readPage<PaymentRow>(this.database, statements, those, paging);
    return { items: items.map(paymentFrom), count };
  }
}
