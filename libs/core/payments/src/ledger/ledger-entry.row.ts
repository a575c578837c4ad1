import { Money } from '@tandem/money';
import type { RefundReason } from '../refund-reasons/refund-reason';
import type { LedgerEntry } from './ledger-entry';

type Time = 'createdAt' | 'updatedAt' | 'deletedAt';

/** As JSON, in which times are text. */
type ReasonInJson = Omit<RefundReason, Time> &
  Readonly<{ createdAt: string; updatedAt: string; deletedAt: string | null }>;

/** An entry of the ledger with its refund reason; the amount in minor units of its currency. */
export type LedgerEntryRow = Omit<LedgerEntry, 'isPending' | 'amount' | 'refundReason'> &
  Readonly<{ amount: bigint; currency: string; refundReason: ReasonInJson | null }>;

export function ledgerEntryFrom({ currency, ...row }: LedgerEntryRow): LedgerEntry {
  return {
    ...row,
    isPending: false,
    amount: Money.of(row.amount, currency),
    refundReason: row.refundReason && reasonFrom(row.refundReason),
  };
}

/** An entry as JSON: its amount is a number (exact below 15 digits), its time is text. */
export type LedgerEntryInJson = Omit<LedgerEntryRow, 'amount' | 'createdAt'> &
  Readonly<{ amount: number; createdAt: string }>;

export function ledgerEntryFromJson(row: LedgerEntryInJson): LedgerEntry {
  return ledgerEntryFrom({ ...row, amount: BigInt(row.amount), createdAt: new Date(row.createdAt) });
}

function reasonFrom(reason: ReasonInJson): RefundReason {
  const { createdAt, updatedAt, deletedAt } = reason;
  return {
    ...reason,
    createdAt: new Date(createdAt),
    updatedAt: new Date(updatedAt),
    deletedAt: deletedAt === null ? null : new Date(deletedAt),
  };
}
