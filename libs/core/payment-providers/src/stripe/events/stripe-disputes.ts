import type { DisputeSubject } from '@tandem/provider-kit';
import { fromStripe } from '../stripe-amount';
import { referenceOf } from '../stripe-objects';

/** A dispute as included in an event. */
export interface DisputeSnapshot {
  readonly id: string;
  readonly payment_intent?: string | { readonly id: string } | null;
  readonly amount?: number;
  readonly currency?: string;
  readonly reason?: string;
  readonly status?: string;
  readonly evidence_details?: { readonly due_by?: number | null };
}

/** Dispute states by event type; for `closed` the dispute's own status decides. */
const STATES: Readonly<Record<string, DisputeSubject['state'] | 'closed'>> = {
  'charge.dispute.created': 'opened',
  'charge.dispute.funds_withdrawn': 'withdrawn',
  'charge.dispute.funds_reinstated': 'reinstated',
  'charge.dispute.closed': 'closed',
};

/** An inquiry closed by the bank never became a dispute over money: the shop keeps it. */
const DECIDED: Readonly<Record<string, DisputeSubject['state']>> = {
  won: 'won',
  warning_closed: 'won',
  lost: 'lost',
};

/** Each of these events is a separate, final step, so the snapshot is used as sent. Null for other events. */
export function disputeFrom(type: string, dispute: DisputeSnapshot): DisputeSubject | null {
  const { id: reference, amount, currency, reason } = dispute;
  const state = stateOf(type, dispute);
  const externalId = referenceOf(dispute.payment_intent ?? null);
  if (state === undefined || externalId === null) return null;
  if (amount === undefined || currency === undefined) return null;
  return {
    about: 'dispute',
    externalId,
    reference,
    state,
    amount: fromStripe(amount, currency),
    ...(reason !== undefined && { reason }),
    ...(state === 'opened' && dueIn(dispute)),
  };
}

function dueIn({ evidence_details }: DisputeSnapshot): Pick<DisputeSubject, 'dueBy'> {
  const dueBy = evidence_details?.due_by;
  return typeof dueBy === 'number' ? { dueBy: new Date(dueBy * 1000).toISOString() } : {};
}

function stateOf(type: string, { status = '' }: DisputeSnapshot): DisputeSubject['state'] | undefined {
  const state = STATES[type];
  return state === 'closed' ? DECIDED[status] : state;
}
