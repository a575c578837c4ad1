import { covered } from '@tandem/payment-collections';
import type { CollectionDetails } from '@tandem/payment-sessions';

/**
 * Medusa's status of a collection, from the ledger:
 * - completed when all of it is captured, partially_captured when a part is;
 * - canceled when the whole authorization was released;
 * - authorized or partially_authorized by the authorized amount;
 * - awaiting while a session needs the customer's action or is processing;
 * - failed when every session failed, else not_paid.
 */
export function collectionStatus({ collection, sessions }: CollectionDetails): string {
  const { amount, authorized, captured, canceled } = collection;
  if (captured.isPositive()) return amount.atMost(captured) ? 'completed' : 'partially_captured';
  if (authorized.isPositive() && authorized.atMost(canceled)) return 'canceled';
  const authorizedAmount = covered(collection);
  if (authorizedAmount.isPositive())
    return amount.atMost(authorizedAmount) ? 'authorized' : 'partially_authorized';
  return unauthorizedStatus(sessions);
}

function unauthorizedStatus(sessions: CollectionDetails['sessions']): string {
  const isInProgress = sessions.some(({ state }) => state === 'requires_action' || state === 'processing');
  if (isInProgress) return 'awaiting';
  const hasFailed = sessions.length > 0 && sessions.every(({ state }) => state === 'failed');
  return hasFailed ? 'failed' : 'not_paid';
}
