import { Money } from '@tandem/money';
import { refundReasonFrom, type RefundReason, type RefundReasonRow } from '../refund-reasons/refund-reason';

export type LedgerKind =
  | 'authorization'
  | 'capture'
  | 'refund'
  /** A refund that its bank sent back, maybe days later: its amount is the payment's again. */
  | 'refund_failure'
  | 'cancellation'
  /** A dispute as it goes. A bank takes the amount back (withdrawal) or returns it: neither captured nor refunded, so no total has it. */
  | 'dispute_opening'
  | 'dispute_withdrawal'
  | 'dispute_reinstatement'
  | 'dispute_win'
  | 'dispute_loss';

/** What a gateway says of a dispute besides its state. */
export interface DisputeDetails {
  /** The bank's, in the gateway's word. */
  readonly reason?: string;
  /** Until when evidence can be handed in; ISO 8601 in UTC. */
  readonly dueBy?: string;
}

/** One movement of a payment. Written once, never changed, never deleted. */
export interface LedgerEntry {
  readonly id: string;
  readonly paymentId: string;
  /** The provider operation that moved it; null for what was done at the gateway itself. */
  readonly operationId: string | null;
  readonly kind: LedgerKind;
  /** True for a refund that is on its way at the gateway: shown with the entries, and in the ledger once it succeeds. */
  readonly isPending: boolean;
  /** Above zero; the kind says which way. */
  readonly amount: Money;
  /** The gateway's id of the movement. */
  readonly reference: string | null;
  readonly note: string | null;
  readonly dispute: DisputeDetails | null;
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
  operation_id: string | null;
  kind: LedgerKind;
  amount: bigint;
  currency: string;
  reference: string | null;
  note: string | null;
  dispute: DisputeDetails | null;
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
    isPending: false,
    amount: Money.of(row.amount, row.currency),
    reference: row.reference,
    note: row.note,
    dispute: row.dispute,
    refundReason: row.reason && refundReasonFrom(row.reason),
    createdBy: row.created_by,
    isByKey: row.is_by_key,
    createdAt: row.created_at,
  };
}

/** The refunds of a payment that were sent back, by the gateway's ids of them. */
export function failedRefunds(entries: readonly LedgerEntry[]): ReadonlySet<string | null> {
  return new Set(entries.flatMap(({ kind, reference }) => (kind === 'refund_failure' ? [reference] : [])));
}
