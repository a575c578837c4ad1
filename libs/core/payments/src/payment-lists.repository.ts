import { Injectable } from '@nestjs/common';
import { boundsOf, type Page, type PageRequest, type TimeRange } from '@tandem/context';
import { Database, listOf } from '@tandem/database';
import { keysOf } from '@tandem/objects';
import type { Payment } from './payment';
import { paymentColumns } from './payment-columns.statement';
import { paymentFrom, type PaymentRow } from './payment.row';

/** Filters of a list of payments; those left out do not apply. */
export interface PaymentFilters {
  /** UUIDs; an empty list matches no payment. */
  readonly ids?: readonly string[];
  readonly sessionIds?: readonly string[];
  readonly created?: TimeRange;
  readonly updated?: TimeRange;
}

const payments = listOf({
  name: 'payments',
  table: 'payments',
  columns: paymentColumns('t'),
  sort: {
    id: 't.id',
    created_at: 't.created_at',
    updated_at: 't.updated_at',
    captured_at: 't.captured_at',
    canceled_at: 't.canceled_at',
    amount: 't.authorized',
    currency_code: 't.currency',
    provider_id: 't.provider_id',
  },
  filters: {
    ids: (p) => `t.id = ANY(${p})`,
    sessionIds: (p) => `t.session_id = ANY(${p})`,
    createdFrom: (p) => `t.created_at >= ${p}`,
    createdBefore: (p) => `t.created_at < ${p}`,
    updatedFrom: (p) => `t.updated_at >= ${p}`,
    updatedBefore: (p) => `t.updated_at < ${p}`,
  },
});

export type PaymentOrderField = keyof typeof payments.definition.sort;
export const PAYMENT_ORDER_FIELDS = keysOf(payments.definition.sort);

@Injectable()
export class PaymentListsRepository {
  constructor(private readonly database: Database) {}

  async findPage(
    storeId: string,
    { ids, sessionIds, created, updated }: PaymentFilters,
    { paging, sort }: PageRequest<PaymentOrderField>,
  ): Promise<Page<Payment>> {
    const [createdFrom, createdBefore] = boundsOf(created);
    const [updatedFrom, updatedBefore] = boundsOf(updated);
    const filters = { ids, sessionIds, createdFrom, createdBefore, updatedFrom, updatedBefore };
    const { items, count } = await payments.read<PaymentRow>(
      this.database,
      { storeId, filters, sort },
      paging,
    );
    return { items: items.map(paymentFrom), count };
  }
}
