import type { Account } from './account';
import { idOf, missing, now, type Dispute } from './objects';

const DAY = 24 * 60 * 60;

/** A bank withdraws the whole charge until the dispute is decided: https://docs.stripe.com/disputes/how-disputes-work */
export function openDispute(account: Account, intentId: string, reason = 'product_not_received'): Dispute {
  const charge = account.chargeOf(account.intent(intentId));
  charge.disputed = true;
  const dispute: Dispute = {
    id: idOf('du'),
    object: 'dispute',
    created: now(),
    amount: charge.amount_captured,
    currency: charge.currency,
    charge: charge.id,
    payment_intent: intentId,
    reason,
    status: 'needs_response',
    evidence_details: { due_by: now() + 9 * DAY },
  };
  account.disputes.set(dispute.id, dispute);
  account.reported('charge.dispute.created', dispute);
  account.reported('charge.dispute.funds_withdrawn', dispute);
  return dispute;
}

export function decideDispute(account: Account, id: string, status: 'won' | 'lost'): Dispute {
  const dispute = account.disputes.get(id);
  if (!dispute) throw missing('dispute', id);
  dispute.status = status;
  if (status === 'won') account.reported('charge.dispute.funds_reinstated', dispute);
  account.reported('charge.dispute.closed', dispute);
  return dispute;
}
