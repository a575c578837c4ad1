import type { ProviderSession } from '@tandem/provider-kit';
import type { PaymentSession } from '../payment-session';

/** The session as sent to its gateway. Until it is created there it has no external id, and no other call about it is made. */
export function gatewaySession({ id, externalId, data }: PaymentSession): ProviderSession {
  if (externalId === null) throw new Error(`session ${id} does not exist at its gateway yet`);
  return { externalId, data };
}
