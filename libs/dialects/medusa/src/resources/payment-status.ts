import type { OrderDetails } from '@tandem/checkout';
import { Money } from '@tandem/money';
import type { CollectionDetails } from '@tandem/payment-sessions';
import { collectionStatus } from './collection-status';

/**
 * Medusa's payment status of an order, over all its collections that are not canceled:
 * - refunded when everything captured is refunded, partially_refunded when a part is;
 * - captured when each collection is fully captured, partially_captured when anything is;
 * - authorized when each is fully authorized, partially_authorized when any is in part;
 * - canceled when every one is; awaiting while a session is in progress; else not_paid.
 */
export function paymentStatus(details: OrderDetails): string {
  const collections = [details.payment, ...details.additional];
  return capturedStatus(details, collections) ?? authorizedStatus(collections.map(collectionStatus));
}

function capturedStatus({ order }: OrderDetails, collections: readonly CollectionDetails[]): string | null {
  const zero = Money.zero(order.total.currency);
  const sum = (of: 'captured' | 'refunded'): Money =>
    collections.reduce((so, { collection }) => so.plus(collection[of]), zero);
  const [captured, refunded] = [sum('captured'), sum('refunded')];
  if (refunded.isPositive()) return captured.atMost(refunded) ? 'refunded' : 'partially_refunded';
  const live = collections.filter((details) => collectionStatus(details) !== 'canceled');
  const isWhole = live.every(({ collection }) => collection.amount.atMost(collection.captured));
  // A placed order that credit covers completely has nothing to capture.
  const mayBeWhole = captured.isPositive() || order.state === 'completed';
  if (isWhole && live.length > 0 && mayBeWhole) return 'captured';
  return captured.isPositive() ? 'partially_captured' : null;
}

function authorizedStatus(statuses: readonly string[]): string {
  const live = statuses.filter((status) => status !== 'canceled');
  if (live.length === 0) return 'canceled';
  if (live.every((status) => status === 'authorized')) return 'authorized';
  if (live.some((status) => status.endsWith('authorized'))) return 'partially_authorized';
  return live.includes('awaiting') ? 'awaiting' : 'not_paid';
}
