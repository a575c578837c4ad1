import { Injectable } from '@nestjs/common';
import { sql, type Tx } from '@tandem/database';
import type { OrderCreditLine } from './credit-line';

const INSERT = sql(
  'insert order credit line',
  `INSERT INTO order_credit_lines (store_id, id, order_id, amount, currency, reference, reference_id, collection_id,
     refund_id, metadata)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

const VOID_OF_REFUND = sql(
  'void order credit line of refund',
  `UPDATE order_credit_lines SET voided_at = now(), updated_at = now()
    WHERE store_id = $1 AND order_id = $2 AND refund_id = $3 AND voided_at IS NULL`,
);

const TOUCH_ORDER = sql(
  'touch order',
  `UPDATE orders SET updated_at = now() WHERE store_id = $1 AND id = $2`,
);

/** A credit line to be written. */
export type NewCreditLine = Pick<
  OrderCreditLine,
  'id' | 'orderId' | 'amount' | 'reference' | 'referenceId' | 'collectionId' | 'metadata'
> & {
  readonly storeId: string;
  /** The ledger entry of its refund (UUID). */
  readonly refundId: string | null;
};

/** Credit lines of completed orders. Lock the order first, because they change the amount due. */
@Injectable()
export class CreditLinesRepository {
  async insert(tx: Tx, line: NewCreditLine): Promise<void> {
    const { storeId, orderId, amount, metadata } = line;
    await tx.query(INSERT, [
      storeId,
      line.id,
      orderId,
      amount.minor,
      amount.currency,
      line.reference,
      line.referenceId,
      line.collectionId,
      line.refundId,
      metadata === null ? null : JSON.stringify(metadata),
    ]);
    await tx.query(TOUCH_ORDER, [storeId, orderId]);
  }

  /** For a failed refund: the credited amount is due again. Does nothing if the refund has no credit line. */
  async voidByRefund(tx: Tx, storeId: string, orderId: string, refundId: string): Promise<void> {
    await tx.query(VOID_OF_REFUND, [storeId, orderId, refundId]);
  }
}
