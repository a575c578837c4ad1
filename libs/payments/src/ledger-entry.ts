import { Money } from '@tandem/money';
import { refundReasonFrom, type RefundReason, type RefundReasonRow } from './refund-reason';

export type LedgerKind = 'authorization' | 'capture' | 'refund' | 'cancellation';

/** One movement of a payment. Written once, never changed, never deleted. */
export interface LedgerEntry {
  readonly id: string;
  readonly paymentId: string;
  /** The provider operation that moved it. */
  readonly operationId: string;
  readonly kind: LedgerKind;
  /** Above zero; the kind says which way. */
  readonly amount: Money;
  /** The gateway's id of the movement. */
  readonly reference: string | null;
  readonly note: string | null;
  readonly refundReason: RefundReason | null;
  /** The admin or secret key that asked for it (UUID). */
  readonly createdBy: string | null;
  /** True: a secret key did. */
  readonly isByKey: boolean;
  readonly createdAt: Date;
}

export interface LedgerEntryRow {
  id: string;
  payment_id: string;
  operation_id: string;
  kind: LedgerKind;
  amount: bigint;
  currency: string;
  reference: string | null;
  note: string | null;
  reason: RefundReasonRow | null;
  created_by: string | null;
  is_by_key: boolean;
  created_at: Date;
}

export function ledgerEntryFrom(row: LedgerEntryRow): LedgerEntry {
  return {
    id: row.id,
    paymentId: row.payment_id,
    operationId: row.operation_id,
    kind: row.kind,
    amount: Money.of(row.amount, row.currency),
    reference: row.reference,
    note: row.note,
    refundReason: row.reason && refundReasonFrom(row.reason),
    createdBy: row.created_by,
    isByKey: row.is_by_key,
    createdAt: row.created_at,
  };
}
