import type { Money } from '@tandem/money';
import type { RefundReason } from '../refund-reasons/refund-reason';

export type LedgerKind =
  | 'authorization'
  | 'capture'
  | 'refund'
  /** A refund returned by the bank, maybe days later: its amount can be refunded again. */
  | 'refund_failure'
  | 'cancellation'
  /** Events of a dispute. The bank takes the amount (withdrawal) or returns it (reinstatement); they count in no total. */
  | 'dispute_opening'
  | 'dispute_withdrawal'
  | 'dispute_reinstatement'
  | 'dispute_win'
  | 'dispute_loss';

/** What a gateway reports about a dispute besides its state. */
export interface DisputeDetails {
  /** The bank's reason, as the gateway calls it. */
  readonly reason?: string;
  /** Deadline for evidence; ISO 8601 in UTC. */
  readonly dueBy?: string;
}

/** One transaction of a payment. Written once; never changed or deleted. */
export interface LedgerEntry {
  readonly id: string;
  readonly paymentId: string;
  /** The provider operation (UUID); null if done at the gateway itself. */
  readonly operationId: string | null;
  readonly kind: LedgerKind;
  /** True for a refund that is pending at the gateway: listed with the entries, and in the ledger once it succeeds. */
  readonly isPending: boolean;
  /** Positive; the kind gives the direction. */
  readonly amount: Money;
  /** The gateway's id of the transaction. */
  readonly reference: string | null;
  readonly note: string | null;
  readonly dispute: DisputeDetails | null;
  readonly refundReason: RefundReason | null;
  /** The admin or secret key that asked for it (UUID). */
  readonly createdBy: string | null;
  /** True: `createdBy` is a secret key's id. */
  readonly isByKey: boolean;
  readonly createdAt: Date;
}

/** The gateway's ids of the refunds that failed. */
export function failedRefunds(entries: readonly LedgerEntry[]): ReadonlySet<string | null> {
  return new Set(entries.flatMap(({ kind, reference }) => (kind === 'refund_failure' ? [reference] : [])));
}
