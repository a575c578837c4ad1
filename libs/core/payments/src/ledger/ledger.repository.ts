import { Injectable } from '@nestjs/common';
import { sql, type Queryable, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { Money } from '@tandem/money';
import type { EntrySource } from './entry-source';
import type { DisputeDetails, LedgerEntry, LedgerKind } from './ledger-entry';
import { LEDGER_COLUMNS, ledgerEntries } from './ledger-entries.statement';
import { ledgerEntryFrom, type LedgerEntryRow } from './ledger-entry.row';

const INSERT = `INSERT INTO ledger_entries (store_id, id, order_id, collection_id, payment_id, operation_id, kind, amount, currency,
     reference, refund_reason_id, note, created_by, is_by_key, dispute)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`;

const INSERT_ENTRY = sql('insert ledger entry', INSERT);

// A statement does not see the row it inserts, so UNION ALL adds it exactly once.
const APPEND_ENTRY = sql(
  'append ledger entry',
  `WITH appended AS (${INSERT} RETURNING *)
   SELECT ${LEDGER_COLUMNS}
     FROM (SELECT * FROM ledger_entries WHERE store_id = $1 AND payment_id = $5 UNION ALL SELECT * FROM appended) e
     LEFT JOIN refund_reasons r ON r.store_id = e.store_id AND r.id = e.refund_reason_id
    ORDER BY e.id`,
);

const ENTRIES_OF_PAYMENTS = sql(
  'find ledger entries of payments',
  `${ledgerEntries('e.store_id = $1 AND e.payment_id = ANY($2)')} ORDER BY e.id`,
);

/** A row to insert. */
export interface NewLedgerEntry {
  readonly source: EntrySource;
  readonly paymentId: string;
  readonly kind: LedgerKind;
  readonly amount: Money;
  readonly reference: string | null;
  /** Left out: generated. */
  readonly id?: string;
  readonly dispute?: DisputeDetails;
}

/** The append-only side of the ledger: no statement here updates or deletes. */
@Injectable()
export class LedgerRepository {
  /** Returns the entry's id. */
  async insert(tx: Tx, entry: NewLedgerEntry): Promise<string> {
    const { id = newId() } = entry;
    await tx.query(INSERT_ENTRY, valuesOf(id, entry));
    return id;
  }

  /** Inserts, and returns all entries of the payment, oldest first. */
  async append(tx: Tx, entry: NewLedgerEntry & { readonly id: string }): Promise<LedgerEntry[]> {
    return (await tx.query<LedgerEntryRow>(APPEND_ENTRY, valuesOf(entry.id, entry))).map(ledgerEntryFrom);
  }

  async findByPayments(
    on: Queryable,
    storeId: string,
    paymentIds: readonly string[],
  ): Promise<LedgerEntry[]> {
    if (paymentIds.length === 0) return [];
    return (await on.query<LedgerEntryRow>(ENTRIES_OF_PAYMENTS, [storeId, paymentIds])).map(ledgerEntryFrom);
  }
}

function valuesOf(
  id: string,
  { source, paymentId, kind, amount, reference, dispute }: NewLedgerEntry,
): unknown[] {
  return [
    source.storeId,
    id,
    source.orderId,
    source.collectionId,
    paymentId,
    source.operationId,
    kind,
    amount.minor,
    amount.currency,
    reference,
    source.refundReasonId,
    source.note,
    source.createdBy,
    source.isByKey,
    dispute ?? null,
  ];
}
