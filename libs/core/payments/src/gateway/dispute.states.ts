import { defineStates } from '@tandem/context';

/**
 * The states of a dispute. Events arrive in any order: one that the current state does not allow (an opening after the bank's
 * decision) is still recorded in the ledger but does not change the state.
 */
export const DISPUTE = defineStates('dispute', {
  opened: { withdraw: 'withdrawn', reinstate: 'reinstated', win: 'won', lose: 'lost' },
  withdrawn: { reinstate: 'reinstated', win: 'won', lose: 'lost' },
  reinstated: { win: 'won', lose: 'lost' },
  won: {},
  lost: {},
});

export type DisputeState = keyof typeof DISPUTE.table;
