import type { DisputeSubject } from '@tandem/provider-kit';
import { fromStripe } from '../stripe-amount';
import { referenceOf } from '../stripe-objects';

/** A dispute as an event has it. */
export interface DisputeSnapshot {
  readonly id: string;
  readonly payment_intent?: string | { readonly id: string } | null;
  readonly amount?: number;
  readonly currency?: string;
  readonly reason?: string;
  readonly status?: string;
  readonly evidence_details?: { readonly due_by?: number | null };
}

/** What an event says of a dispute, by its type; `closed` is told by the dispute's own status. */
const STATES: Readonly<Record<string, DisputeSubject['state'] | 'closed'>> = {
  'charge.dispute.created': 'opened',
  'charge.dispute.funds_withdrawn': 'withdrawn',
  'charge.dispute.funds_reinstated': 'reinstated',
  'charge.dispute.closed': 'closed',
};

/** An inquiry that its bank closes was never a dispute over money: the shop keeps it. */
const DECIDED: Readonly<Record<string, DisputeSubject['state']>> = {
  won: 'won',
  warning_closed: 'won',
  lost: 'lost',
};

/** Each of these events is a step of its own: it is in the past, and stays as it was told. Null for one that is no step. */
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
