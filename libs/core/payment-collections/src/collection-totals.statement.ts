import { payableOf } from './payable.statement';

/** The totals of a collection that its payments change. */
export type PaymentTotal = 'authorized' | 'captured' | 'refunded' | 'canceled';

/** SQL for a value in a statement, such as `$1`. */
interface AmountOf {
  readonly storeId: string;
  readonly id: string;
  readonly amount: string;
}

/**
 * Adds to a total of a collection; an authorization's amount was reserved before. For a statement that also writes the payment.
 * Optimistic locking: every change increments the version, so that creating a session in one statement notices concurrent changes.
 */
export function addToCollection(total: PaymentTotal, { storeId, id, amount }: AmountOf): string {
  const released = total === 'authorized' ? `reserved = reserved - ${amount}, ` : '';
  return `UPDATE payment_collections SET ${released}${total} = ${total} + ${amount}, version = version + 1, updated_at = now()
    WHERE store_id = ${storeId} AND id = ${id}`;
}

/** Reserves an amount for an authorization in flight, if that much is payable. For a statement that also changes the session. */
export function reserveOfCollection({ storeId, id, amount }: AmountOf): string {
  return `UPDATE payment_collections SET reserved = reserved + ${amount}, version = version + 1, updated_at = now()
    WHERE store_id = ${storeId} AND id = ${id} AND ${payableOf('payment_collections')} >= ${amount}`;
}
