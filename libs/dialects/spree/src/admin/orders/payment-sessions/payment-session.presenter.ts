import { withoutSecrets, type SessionDetails } from '@tandem/payment-sessions';
import type { SpreePaymentSession } from '../../../store/orders/payment-sessions/payment-session.dto';
import { presentPaymentSession } from '../../../store/orders/payment-sessions/payment-session.presenter';

/** A session as staff see it. What its page needs to pay is in the answer that makes it, and in no other. */
export function presentStaffsSession(details: SessionDetails): SpreePaymentSession {
  return { ...presentPaymentSession(details), external_data: withoutSecrets(details.session.data) };
}
