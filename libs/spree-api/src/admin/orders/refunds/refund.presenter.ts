import type { OrderDetails } from '@tandem/checkout';
import type { LedgerEntry, Moved } from '@tandem/payments';
import { displayAmount, spreeAmount } from '../../../spree-amount';
import { spreeId } from '../../../spree-ids';
import type { SpreeRefund } from './refund.dto';

/** The refund that a request has just made. */
export function presentRefund({ entry }: Pick<Moved, 'entry'>): SpreeRefund {
  return presentEntry(entry);
}

/** All that was given back of an order, oldest first. */
export function presentRefunds({ payment }: OrderDetails): { data: SpreeRefund[]; meta: { count: number } } {
  const refunds = payment.payments
    .flatMap(({ entries }) => entries)
    .filter(({ kind }) => kind === 'refund')
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { data: refunds.map(presentEntry), meta: { count: refunds.length } };
}

function presentEntry(entry: LedgerEntry): SpreeRefund {
  const at = entry.createdAt.toISOString();
  return {
    id: spreeId('refund', entry.id),
    transaction_id: entry.reference,
    amount: spreeAmount(entry.amount),
    display_amount: displayAmount(entry.amount),
    payment_id: spreeId('payment', entry.paymentId),
    refund_reason_id: entry.refundReason && spreeId('refundReason', entry.refundReason.id),
    reimbursement_id: null,
    created_at: at,
    updated_at: at,
  };
}
