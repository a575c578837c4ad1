import { defineStates } from '@tandem/context';

/**
 * How a dispute goes. Events come in any order: one that is not in the table of the state (an opening after the bank has
 * decided) is in the ledger all the same, and changes nothing of how the dispute stands.
 */
export const DISPUTE = defineStates('dispute', {
  opened: { withdraw: 'withdrawn', reinstate: 'reinstated', win: 'won', lose: 'lost' },
  withdrawn: { reinstate: 'reinstated', win: 'won', lose: 'lost' },
  reinstated: { win: 'won', lose: 'lost' },
  won: {},
  lost: {},
});

export type DisputeState = keyof typeof DISPUTE.table;
