import type { PaymentMethod } from '@tandem/payment-methods';
import type { PaymentSession } from '../payment-session';

/**
 * The manual payment (e.g. a check) that a shopper has chosen for an open order: the newest session, until it becomes a payment.
 * It reserves no money until the order is placed; any newer session supersedes it (Spree's payment in the state checkout).
 */
export function chosenManualSession<Session extends Pick<PaymentSession, 'id' | 'state' | 'paymentMethodId'>>(
  sessions: readonly Session[],
  methods: readonly Pick<PaymentMethod, 'id' | 'sessionRequired'>[],
): Session | null {
  const newest = sessions.reduce<Session | null>(
    (last, session) => (last === null || session.id > last.id ? session : last),
    null,
  );
  if (newest?.state !== 'pending' && newest?.state !== 'processing') return null;
  const method = methods.find(({ id }) => id === newest.paymentMethodId);
  return method?.sessionRequired === false ? newest : null;
}
