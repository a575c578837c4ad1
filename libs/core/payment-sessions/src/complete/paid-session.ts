import type { Result } from '@tandem/context';
import { PaymentDeclined } from '@tandem/payments';
import { OutcomeUnknown } from '@tandem/provider-operations';
import type { SessionDetails } from '../payment-session';

/** The session with its payment, or the reason why there is none. @throws OutcomeUnknown while the gateway is still processing */
export function paymentResult(details: SessionDetails): Result<SessionDetails> {
  const { session, payment } = details;
  if (payment !== null) return { value: details };
  if (session.state === 'processing') throw new OutcomeUnknown(session.id, 'the gateway is still processing');
  const { code = 'authentication_failed', message = 'The shopper must confirm the payment' } =
    session.failure ?? {};
  return { error: new PaymentDeclined({ status: 'declined', code, message }) };
}
