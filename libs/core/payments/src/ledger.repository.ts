import { Injectable } from '@nestjs/common';
import { sql, type Queryable, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { Money } from '@tandem/money';
import type { ProviderOperation } from '@tandem/provider-operations';
import {
  ledgerEntryFrom,
  type DisputeDetails,
  type LedgerEntry,
  type LedgerEntryRow,
  type LedgerKind,
} from './ledger-entry';

const INSERT_ENTRY = sql(
  'insert ledger entry',
  `INSERT INTO ledger_entries (store_id, id, order_id, collection_id, payment_id, operation_id, kind, amount, currency,
     reference, refund_reason_id, note, created_by, is_by_key, dispute)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
);

const ENTRIES_OF_PAYMENTS = sql(
  'ledger entries of payments',
  `SELECT e.*, CASE WHEN r.id IS NULL THEN NULL ELSE to_json(r) END AS reason
     FROM ledger_entries e
     LEFT JOIN refund_reasons r ON r.store_id = e.store_id AND r.id = e.refund_reason_id
    WHERE e.store_id = $1 AND e.payment_id = ANY($2) ORDER BY e.id`,
);

/** What an entry is of: an operation of ours, or, without an id, what was done at the gateway itself. */
export type EntrySource = Pick<ProviderOperation, 'storeId' | 'orderId' | 'collectionId' | 'details'> & {
  readonly id: string | null;
};

/** A row to be written: what moved, under which operation. */
export interface NewLedgerEntry {
  readonly operation: EntrySource;
  readonly paymentId: string;
  readonly kind: LedgerKind;
  readonly amount: Money;
  readonly reference: string | null;
  /** Left out: a new one. */
  readonly id?: string;
  readonly dispute?: DisputeDetails;
}

/** The append-only side of the ledger: no statement here updates or deletes. */
@Injectable()
export class LedgerRepository {
  /** The entry's id. */
  async insert(tx: Tx, entry: NewLedgerEntry): Promise<string> {
    const { operation, paymentId, kind, amount, reference } = entry;
    const { refundReasonId, note, createdBy, isByKey = false } = operation.details;
    const { id = newId() } = entry;
    await tx.query(INSERT_ENTRY, [
      operation.storeId,
      id,
      operation.orderId,
      operation.collectionId,
      paymentId,
      operation.id,
      kind,
      amount.minor,
      amount.currency,
      reference,
      refundReasonId ?? null,
      note ?? null,
      createdBy ?? null,
      isByKey,
      entry.dispute ?? null,
    ]);
    return id;
  }

  async ofPayments(on: Queryable, storeId: string, paymentIds: readonly string[]): Promise<LedgerEntry[]> {
    if (paymentIds.length === 0) return [];
    return (await on.query<LedgerEntryRow>(ENTRIES_OF_PAYMENTS, [storeId, paymentIds])).map(ledgerEntryFrom);
  }
}
