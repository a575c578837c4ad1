import type { Money } from '@tandem/money';
import type { DisputeSubject } from '@tandem/provider-kit';
import type { DisputeState } from './dispute.states';
import { DISPUTE } from './dispute.states';
import type { LedgerEntry, LedgerKind } from './ledger-entry';

/** The ledger's kind of each state that a gateway tells. */
export const DISPUTE_KIND = {
  opened: 'dispute_opening',
  withdrawn: 'dispute_withdrawal',
  reinstated: 'dispute_reinstatement',
  won: 'dispute_win',
  lost: 'dispute_loss',
} as const satisfies Record<DisputeSubject['state'], LedgerKind>;

const EVENT = {
  dispute_opening: null,
  dispute_withdrawal: 'withdraw',
  dispute_reinstatement: 'reinstate',
  dispute_win: 'win',
  dispute_loss: 'lose',
} as const;

/** A dispute of a payment as it stands: derived from the ledger, where each step is an entry. */
export interface Dispute {
  /** The gateway's id of it. */
  readonly reference: string;
  readonly state: DisputeState;
  readonly amount: Money;
  /** What the bank took back, and what it returned; null where it did not. */
  readonly withdrawn: Money | null;
  readonly reinstated: Money | null;
  readonly reason: string | null;
  /** ISO 8601 in UTC. */
  readonly dueBy: string | null;
}

/** The disputes among a payment's entries, in the order they were first heard of. */
export function disputesOf(entries: readonly LedgerEntry[]): Dispute[] {
  const disputes = new Map<string, Dispute>();
  for (const entry of entries) {
    if (!isOfDispute(entry)) continue;
    disputes.set(entry.reference, withEntry(disputes.get(entry.reference), entry));
  }
  return [...disputes.values()];
}

type DisputeEntry = LedgerEntry & { readonly kind: keyof typeof EVENT; readonly reference: string };

function isOfDispute(entry: LedgerEntry): entry is DisputeEntry {
  return entry.kind in EVENT && entry.reference !== null;
}

function withEntry(before: Dispute | undefined, entry: DisputeEntry): Dispute {
  const { kind, reference, amount, dispute } = entry;
  const event = EVENT[kind];
  const from = before?.state ?? 'opened';
  const moves = event !== null && DISPUTE.statesThat(event).includes(from);
  return {
    reference,
    state: moves ? DISPUTE.target(event) : from,
    amount,
    withdrawn: kind === 'dispute_withdrawal' ? amount : (before?.withdrawn ?? null),
    reinstated: kind === 'dispute_reinstatement' ? amount : (before?.reinstated ?? null),
    reason: dispute?.reason ?? before?.reason ?? null,
    dueBy: dispute?.dueBy ?? before?.dueBy ?? null,
  };
}
