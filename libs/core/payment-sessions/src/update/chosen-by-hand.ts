import type { PaymentMethod } from '@tandem/payment-methods';
import type { PaymentSession } from '../payment-session';

/**
 * What a shopper has chosen to pay by hand (a check) of an open order: the newest of its attempts, until it is a payment. It holds
 * no money until the order is being placed; a newer attempt of any kind takes its place (Spree's payment in the state checkout).
 */
export function chosenByHand<Session extends Pick<PaymentSession, 'id' | 'state' | 'paymentMethodId'>>(
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
