import type { OrderDetails } from '@tandem/checkout';
import { failedRefunds, type LedgerEntry, type SettledTransaction } from '@tandem/payments';
import { displayAmount, spreeAmount } from '../../../money/spree-amount';
import { spreeId } from '../../../ids/spree-ids';
import type { SpreeRefund } from './refund.dto';

/** A refund that was just created. */
export function serializeRefund({ entry }: Pick<SettledTransaction, 'entry'>): SpreeRefund {
  return serializeEntry(entry, entry.isPending ? 'pending' : 'succeeded');
}

/** An order's refunds, oldest first. */
export function serializeRefunds({ payment }: OrderDetails): {
  data: SpreeRefund[];
  meta: { count: number };
} {
  const entries = payment.payments.flatMap((history) => history.entries);
  const failed = failedRefunds(entries);
  const refunds = entries.filter(({ kind }) => kind === 'refund').sort((a, b) => (a.id < b.id ? -1 : 1));
  const data = refunds.map((entry) => serializeEntry(entry, stateOf(entry, failed)));
  return { data, meta: { count: refunds.length } };
}

function stateOf(
  { isPending, reference }: LedgerEntry,
  failed: ReturnType<typeof failedRefunds>,
): SpreeRefund['state'] {
  if (isPending) return 'pending';
  return failed.has(reference) ? 'failed' : 'succeeded';
}

function serializeEntry(entry: LedgerEntry, state: SpreeRefund['state']): SpreeRefund {
  const at = entry.createdAt.toISOString();
  return {
    id: spreeId('refund', entry.id),
    transaction_id: entry.reference,
    amount: spreeAmount(entry.amount),
    display_amount: displayAmount(entry.amount),
    state,
    payment_id: spreeId('payment', entry.paymentId),
    refund_reason_id: entry.refundReason && spreeId('refundReason', entry.refundReason.id),
    reimbursement_id: null,
    created_at: at,
    updated_at: at,
  };
}
