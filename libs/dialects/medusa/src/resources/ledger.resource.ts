import { Money } from '@tandem/money';
import type { PaymentInCollection } from '@tandem/payment-sessions';
import { failedRefunds, type LedgerEntry, type RefundReason } from '@tandem/payments';
import { one, type Resource } from '../fields/fields';
import { rawAmount } from '../medusa-amount';
import { medusaId, apiKeyOrUserId } from '../ids/medusa-ids';
import { toPayment } from './back-links';
import { isoOrNull, times } from './times';

/** A capture and its payment. */
interface Capture {
  readonly entry: LedgerEntry;
  readonly payment: PaymentInCollection;
}

/** A refund; `sentBack` is its amount if it failed later. */
interface Refund extends Capture {
  readonly sentBack: Money | null;
}

const entryFields = {
  payment_id: ({ entry }: Capture): string => medusaId('payment', entry.paymentId),
  amount: ({ entry }: Capture): number => entry.amount.toNumber(),
  raw_amount: ({ entry }: Capture): unknown => rawAmount(entry.amount),
  created_by: ({ entry }: Capture): string | null =>
    entry.createdBy && apiKeyOrUserId(entry.createdBy, entry.isByKey),
  metadata: (): null => null,
  created_at: ({ entry }: Capture): string => times.created_at(entry),
  updated_at: ({ entry }: Capture): string => times.updated_at(entry),
  deleted_at: times.deleted_at,
};

export const capture: Resource<Capture> = {
  fields: { id: ({ entry }) => medusaId('capture', entry.id), ...entryFields },
  relations: { payment: toPayment(({ payment }: Capture) => payment) },
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

export const refund: Resource<Refund> = {
  fields: {
    id: ({ entry }) => medusaId('refund', entry.id),
    ...entryFields,
    metadata: ({ entry, sentBack }) =>
      entry.isPending ? { state: 'pending' } : sentBack && { state: 'failed', amount: sentBack.toNumber() },
    note: ({ entry }) => entry.note,
    refund_reason_id: ({ entry }) => entry.refundReason && medusaId('refundReason', entry.refundReason.id),
  },
  relations: {
    refund_reason: one(
      () => refundReason,
      ({ entry }: Refund) => entry.refundReason,
    ),
    payment: toPayment(({ payment }: Refund) => payment),
  },
};

export function capturesOf(payment: PaymentInCollection): Capture[] {
  return payment.history.entries
    .filter(({ kind }) => kind === 'capture')
    .map((entry) => ({ entry, payment }));
}

/** The refunds of a payment. A failed refund stays in the list with amount zero, so that sums are right. */
export function refundsOf(payment: PaymentInCollection): Refund[] {
  const { entries } = payment.history;
  const failed = failedRefunds(entries);
  return entries
    .filter(({ kind }) => kind === 'refund')
    .map((entry) =>
      failed.has(entry.reference)
        ? { entry: { ...entry, amount: Money.zero(entry.amount.currency) }, payment, sentBack: entry.amount }
        : { entry, payment, sentBack: null },
    );
}
