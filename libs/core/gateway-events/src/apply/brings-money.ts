import type { Declined, Succeeded, VerbResult } from '@tandem/provider-kit';

/** Whether an authorization or a capture came to money that is held or taken: not a decline, and not one still on its way. */
export function bringsMoney(outcome: Succeeded<VerbResult> | Declined): boolean {
  if (outcome.status === 'declined') return false;
  const { value } = outcome;
  return !('state' in value) || value.state === 'authorized' || value.state === 'captured';
}
