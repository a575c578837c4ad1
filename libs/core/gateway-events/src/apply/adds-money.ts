import type { Declined, Succeeded, VerbResult } from '@tandem/provider-kit';

/** Whether an outcome authorized or captured money: not a decline, and not still processing. */
export function addsMoney(outcome: Succeeded<VerbResult> | Declined): boolean {
  if (outcome.status === 'declined') return false;
  const { value } = outcome;
  return !('state' in value) || value.state === 'authorized' || value.state === 'captured';
}
