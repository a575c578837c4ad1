import { withoutSecrets, type SessionDetails } from '@tandem/payment-sessions';
import type { SpreePaymentSession } from '../../../store/orders/payment-sessions/payment-session.dto';
import { serializePaymentSession } from '../../../store/orders/payment-sessions/payment-session.serializer';

/** A session for staff. The client secret is returned only when the session is created. */
export function serializeAdminSession(details: SessionDetails): SpreePaymentSession {
  return { ...serializePaymentSession(details), external_data: withoutSecrets(details.session.data) };
}
