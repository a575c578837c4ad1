import type { RequestContext } from '@tandem/context';
import type { Order } from '@tandem/orders';
import { OutcomeUnknown, type ProviderOperation } from '@tandem/provider-operations';
import type { PaymentSession } from '../payment-session';
import { OrderNotPayable, SessionStateForbids } from '../payment-sessions.errors';
import { OPEN_STATES } from '../payment-session.states';

/** A session can be completed or updated while it and its order are open; by staff also for a placed order. @throws SessionStateForbids, OrderNotPayable */
export function refuseUnlessOpen(
  act: 'complete' | 'update',
  { caller }: RequestContext,
  { order, session }: { readonly order: Pick<Order, 'state'>; readonly session: PaymentSession },
): void {
  if (!OPEN_STATES.includes(session.state)) throw new SessionStateForbids(act, session.state);
  const isPayable = order.state === 'open' || (order.state === 'completed' && caller.scope.all);
  if (!isPayable) throw new OrderNotPayable(order.state);
}

/** One call about a session at a time: its outcome decides which call is possible next. @throws OutcomeUnknown */
export function refuseWhileInFlight(open: ProviderOperation | null): void {
  if (open) throw new OutcomeUnknown(open.id, `${open.verb} is still in progress`);
}
