/** The columns of `LedgerEntryRow`: of an entry (`e`) and its refund reason (`r`). */
export const LEDGER_COLUMNS = `e.id, e.payment_id AS "paymentId", e.operation_id AS "operationId", e.kind, e.amount, e.currency,
  e.reference, e.note, e.dispute, e.created_by AS "createdBy", e.is_by_key AS "isByKey", e.created_at AS "createdAt",
  CASE WHEN r.id IS NULL THEN NULL ELSE json_build_object('id', r.id, 'label', r.label, 'code', r.code,
    'description', r.description, 'createdAt', r.created_at, 'updatedAt', r.updated_at, 'deletedAt', r.deleted_at)
  END AS "refundReason"`;

/** The ledger entries (`e`) that match, unordered. */
export const ledgerEntries = (where: string): string => `SELECT ${LEDGER_COLUMNS}
  FROM ledger_entries e LEFT JOIN refund_reasons r ON r.store_id = e.store_id AND r.id = e.refund_reason_id WHERE ${where}`;
