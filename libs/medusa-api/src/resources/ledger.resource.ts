import { failedRefunds, type LedgerEntry, type RefundReason } from '@tandem/payments';
import { Money } from '@tandem/money';
import { one, type Resource } from '../fields';
import { rawAmount } from '../medusa-amount';
import { medusaId, whoever } from '../medusa-ids';
import { isoOrNull, times } from './times';

const moved = {
  payment_id: (entry: LedgerEntry): string => medusaId('payment', entry.paymentId),
  amount: (entry: LedgerEntry): number => entry.amount.toNumber(),
  raw_amount: (entry: LedgerEntry): unknown => rawAmount(entry.amount),
  created_by: (entry: LedgerEntry): string | null =>
    entry.createdBy && whoever(entry.createdBy, entry.isByKey),
  metadata: (): null => null,
  ...times,
};

export const capture: Resource<LedgerEntry> = {
  fields: { id: (entry) => medusaId('capture', entry.id), ...moved },
  relations: {},
};

export const refundReason: Resource<RefundReason> = {
  fields: {
    id: (reason) => medusaId('refundReason', reason.id),
    label: (reason) => reason.label,
    code: (reason) => reason.code,
    description: (reason) => reason.description,
    metadata: () => null,
    ...times,
    deleted_at: ({ deletedAt }) => isoOrNull(deletedAt),
  },
  relations: {},
};

/** What banks took in disputes and returned, by the gateway's ids of them; Medusa has no place of its own for it. */
export function disputesIn(entries: readonly LedgerEntry[]): Shown | null {
  const disputes: Record<string, Record<string, number>> = {};
  for (const { kind, reference, amount } of entries) {
    const side = SIDES[kind];
    if (side === undefined || reference === null) continue;
    disputes[reference] = { withdrawn: 0, reinstated: 0, ...disputes[reference], [side]: amount.toNumber() };
  }
  return Object.keys(disputes).length === 0 ? null : { disputes };
}

type Shown = Readonly<Record<string, unknown>>;

const SIDES: Readonly<Partial<Record<LedgerEntry['kind'], 'withdrawn' | 'reinstated'>>> = {
  dispute_withdrawal: 'withdrawn',
  dispute_reinstatement: 'reinstated',
};

/** The refunds of a payment. One that its bank sent back stays, and gives nothing: what adds them up is right. */
export function refundsIn(entries: readonly LedgerEntry[]): ShownRefund[] {
  const failed = failedRefunds(entries);
  return entries
    .filter(({ kind }) => kind === 'refund')
    .map((entry) =>
      failed.has(entry.reference)
        ? { ...entry, amount: Money.zero(entry.amount.currency), sentBack: entry.amount }
        : { ...entry, sentBack: null },
    );
}

/** A refund with what of it was sent back: all, or nothing. */
type ShownRefund = LedgerEntry & { readonly sentBack: Money | null };

export const refund: Resource<ShownRefund> = {
  fields: {
    id: (entry) => medusaId('refund', entry.id),
    ...moved,
    metadata: ({ sentBack, isPending }) =>
      isPending ? { state: 'pending' } : sentBack && { state: 'failed', amount: sentBack.toNumber() },
    note: (entry) => entry.note,
    refund_reason_id: (entry) => entry.refundReason && medusaId('refundReason', entry.refundReason.id),
  },
  relations: {
    refund_reason: one(
      () => refundReason,
      (entry: ShownRefund) => entry.refundReason,
    ),
  },
};
