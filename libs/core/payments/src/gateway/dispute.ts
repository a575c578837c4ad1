import type { Money } from '@tandem/money';
import type { DisputeSubject } from '@tandem/provider-kit';
import { DISPUTE, type DisputeState } from './dispute.states';
import type { LedgerEntry, LedgerKind } from '../ledger/ledger-entry';

/** The ledger entry kind for each state that a gateway reports. */
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

/** The current state of a payment's dispute, derived from the ledger entries of its events. */
export interface Dispute {
  /** The gateway's id of it. */
  readonly reference: string;
  readonly state: DisputeState;
  readonly amount: Money;
  /** What the bank took back, and what it returned; null if it did not. */
  readonly withdrawn: Money | null;
  readonly reinstated: Money | null;
  readonly reason: string | null;
  /** ISO 8601 in UTC. */
  readonly dueBy: string | null;
}

/** The disputes among a payment's entries, in the order of their first events. */
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

const INITIAL = { state: 'opened', withdrawn: null, reinstated: null, reason: null, dueBy: null } as const;

function withEntry(
  existing: Omit<Dispute, 'reference' | 'amount'> | undefined,
  entry: DisputeEntry,
): Dispute {
  const { kind, reference, amount, dispute } = entry;
  const { state, ...rest } = existing ?? INITIAL;
  return {
    ...rest,
    reference,
    state: stateAfter(state, kind),
    amount,
    ...(kind === 'dispute_withdrawal' && { withdrawn: amount }),
    ...(kind === 'dispute_reinstatement' && { reinstated: amount }),
    ...dispute,
  };
}

function stateAfter(state: DisputeState, kind: DisputeEntry['kind']): DisputeState {
  const event = EVENT[kind];
  return event !== null && DISPUTE.statesThat(event).includes(state) ? DISPUTE.target(event) : state;
}
