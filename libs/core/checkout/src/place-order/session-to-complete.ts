import {
  dueOf,
  type CollectionTotals,
  type PaymentCollection,
  type PricedOrder,
} from '@tandem/payment-collections';
import type { PaymentSession } from '@tandem/payment-sessions';
import { CollectionNotInitiated, NoSessionToComplete } from '../checkout.errors';

/** Why a payment does not cover an order yet. */
export interface WhyUnpaid {
  readonly reason: 'declined' | 'requires_action' | 'processing';
  readonly message: string;
}

/** A collection with its sessions, oldest first. */
interface OpenCollection<Session> {
  readonly collection: CollectionTotals & Pick<PaymentCollection, 'initiatedAt'>;
  readonly sessions: readonly Session[];
}

const COMPLETABLE: readonly PaymentSession['state'][] = ['pending', 'requires_action', 'processing'];

/** The newest session that can still be completed; null when payments cover the order. @throws CollectionNotInitiated, NoSessionToComplete */
export function sessionToComplete<Session extends Pick<PaymentSession, 'state'>>(
  order: PricedOrder,
  { collection, sessions }: OpenCollection<Session>,
): Session | null {
  if (dueOf(order, [collection]).uncovered.isZero()) return null;
  const session = sessions.findLast(({ state }) => COMPLETABLE.includes(state));
  if (session) return session;
  throw collection.initiatedAt === null ? new CollectionNotInitiated() : new NoSessionToComplete();
}

/** Why an order stays open after its session was completed; null stands for no session. */
export function whyUnpaid(tried: Pick<PaymentSession, 'state' | 'failure'> | null): WhyUnpaid {
  switch (tried?.state) {
    case 'pending':
    case 'requires_action':
      return { reason: 'requires_action', message: 'More information is required for payment' };
    case 'processing':
      return { reason: 'processing', message: 'The payment is still being processed' };
    default:
      return {
        reason: 'declined',
        message: tried?.failure?.message ?? 'The payment does not cover the order',
      };
  }
}
