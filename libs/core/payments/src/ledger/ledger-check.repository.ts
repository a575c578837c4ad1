import { Injectable } from '@nestjs/common';
import { Database, sql } from '@tandem/database';
import type { Payment } from '../payment';
import { paymentColumns } from '../payment-columns.statement';
import { paymentFrom, type PaymentRow } from '../payment.row';

const OF_KIND = (kind: string): string =>
  `coalesce(sum(e.amount) FILTER (WHERE e.kind = '${kind}'), 0)::bigint`;

// One statement sees one snapshot, so concurrent transactions are counted consistently. Keyset pagination by the primary key, with sums
// only for the rows of the page: every page takes equally long.
const RECENT = sql(
  'find recent payments with ledger sums',
  `SELECT ${paymentColumns('p')}, s.* FROM (
     SELECT * FROM payments WHERE created_at >= now() - make_interval(days => $1) AND (store_id, id) > ($2, $3)
      ORDER BY store_id, id LIMIT $4) p
   CROSS JOIN LATERAL (
     SELECT ${OF_KIND('authorization')} AS "sumAuthorized", ${OF_KIND('capture')} AS "sumCaptured",
       (${OF_KIND('refund')} - ${OF_KIND('refund_failure')}) AS "sumRefunded", ${OF_KIND('cancellation')} AS "sumCanceled"
       FROM ledger_entries e WHERE e.store_id = p.store_id AND e.payment_id = p.id) s
   ORDER BY p.store_id, p.id`,
);

const LAST_WRITTEN = sql(
  'find last write of payment',
  `SELECT updated_at AS at FROM payments WHERE store_id = $1 AND id = $2`,
);

const SUMS_OF_COLLECTIONS = sql(
  'sum payments of collections',
  `SELECT collection_id AS id, sum(authorized)::bigint AS authorized, sum(captured)::bigint AS captured,
     sum(refunded)::bigint AS refunded, sum(canceled)::bigint AS canceled
     FROM payments WHERE store_id = $1 AND collection_id = ANY($2) GROUP BY collection_id`,
);

/** Totals in minor units. */
export interface Sums {
  readonly authorized: bigint;
  readonly captured: bigint;
  readonly refunded: bigint;
  readonly canceled: bigint;
}

/** A payment, and the sums of its entries. */
export interface CheckedPayment {
  readonly payment: Payment;
  readonly sums: Sums;
}

/** The primary key of a payment: UUIDs. */
export type PaymentKey = Pick<Payment, 'storeId' | 'id'>;

type Row = PaymentRow & Record<`sum${Capitalize<keyof Sums>}`, bigint>;

/** Reads payments with the sums of their entries, across all stores: for `tandem reconcile`. */
@Injectable()
export class LedgerCheckRepository {
  constructor(private readonly database: Database) {}

  /** At most `limit` payments of the last `days` days, starting after the payment `after`, store by store. */
  async findRecent(days: number, after: PaymentKey, limit: number): Promise<CheckedPayment[]> {
    const rows = await this.database.query<Row>(RECENT, [days, after.storeId, after.id, limit]);
    return rows.map(({ sumAuthorized, sumCaptured, sumRefunded, sumCanceled, ...payment }) => ({
      payment: paymentFrom(payment),
      sums: {
        authorized: sumAuthorized,
        captured: sumCaptured,
        refunded: sumRefunded,
        canceled: sumCanceled,
      },
    }));
  }

  /** Whether the payment was updated since it was read. */
  async hasChanged({ storeId, id, updatedAt }: Payment): Promise<boolean> {
    const [row] = await this.database.query<{ at: Date }>(LAST_WRITTEN, [storeId, id]);
    return row?.at.getTime() !== updatedAt.getTime();
  }

  /** The summed totals of each collection's payments. */
  async sumByCollections(storeId: string, ids: readonly string[]): Promise<ReadonlyMap<string, Sums>> {
    const rows = await this.database.query<Sums & { id: string }>(SUMS_OF_COLLECTIONS, [storeId, ids]);
    return new Map(rows.map(({ id, ...sums }) => [id, sums]));
  }
}
