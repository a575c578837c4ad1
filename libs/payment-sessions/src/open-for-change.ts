import { OrderNotOpen, type Order } from '@tandem/orders';
import { OutcomeUnknown, type ProviderOperation } from '@tandem/provider-operations';
import type { PaymentSession } from './payment-session';
import { SessionStateForbids } from './payment-sessions.errors';
import { OPEN_STATES } from './payment-session.states';

/** Only an open session of an open order is completed or changed. @throws SessionStateForbids, OrderNotOpen */
export function refuseUnlessOpen(act: 'complete' | 'update', order: Order, session: PaymentSession): void {
  if (!OPEN_STATES.includes(session.state)) throw new SessionStateForbids(act, session.state);
  if (order.state !== 'open') throw new OrderNotOpen(order.state);
}

/** A gateway is asked one thing about a session at a time: what comes of it decides what can be asked next. @throws OutcomeUnknown */
export function refuseWhileAsking(open: ProviderOperation | null): void {
  if (open) throw new OutcomeUnknown(open.id, `${open.verb} is still being carried out`);
}
