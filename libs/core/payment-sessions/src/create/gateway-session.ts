import type { ProviderSession } from '@tandem/provider-kit';
import type { PaymentSession } from '../payment-session';

/** A session as its gateway knows it. One that is being opened there has no id yet: nothing else is asked about it meanwhile. */
export function gatewaySession({ id, externalId, data }: PaymentSession): ProviderSession {
  if (externalId === null) throw new Error(`session ${id} is not known to its gateway yet`);
  return { externalId, data };
}
