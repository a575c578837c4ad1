import type { LedgerEntry, RefundReason } from '@tandem/payments';
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

export const refund: Resource<LedgerEntry> = {
  fields: {
    id: (entry) => medusaId('refund', entry.id),
    ...moved,
    note: (entry) => entry.note,
    refund_reason_id: (entry) => entry.refundReason && medusaId('refundReason', entry.refundReason.id),
  },
  relations: {
    refund_reason: one(
      () => refundReason,
      (entry: LedgerEntry) => entry.refundReason,
    ),
  },
};
