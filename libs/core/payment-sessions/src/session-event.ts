import type { NewEvent } from '@tandem/outbox';
import type { PaymentSession } from './payment-session';
import type { SessionState } from './payment-session.states';

/** The event published on reaching each state; null for none. Authorized and captured are both "completed", as in Spree. */
const EVENT_BY_STATE = {
  pending: null,
  requires_action: null,
  processing: null,
  authorized: 'payment_session.completed',
  captured: 'payment_session.completed',
  failed: 'payment_session.failed',
  canceled: 'payment_session.canceled',
  expired: 'payment_session.expired',
} as const satisfies Record<SessionState, string | null>;

/** The event about a session that has just reached its state; empty if none is published for it. */
export function sessionEvents(session: PaymentSession): NewEvent[] {
  const { storeId, orderId, id, paymentMethodId, amount, failure } = session;
  const type = EVENT_BY_STATE[session.state];
  if (type === null) return [];
  const { currency } = amount;
  const payload = { id, paymentMethodId, amount: amount.toDecimal(), currency, failure };
  return [{ storeId, orderId, type, payload }];
}
