import { withoutSecrets, type SessionDetails } from '@tandem/payment-sessions';
import type { SpreePaymentSession } from '../../../store/orders/payment-sessions/payment-session.dto';
import { presentPaymentSession } from '../../../store/orders/payment-sessions/payment-session.presenter';

/** A session for staff. The client secret is returned only when the session is created. */
export function presentAdminSession(details: SessionDetails): SpreePaymentSession {
  return { ...presentPaymentSession(details), external_data: withoutSecrets(details.session.data) };
}
