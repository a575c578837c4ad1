import {
  containsCardNumber,
  type Outcome,
  type ProviderData,
  type ProviderSession,
} from '@tandem/provider-kit';
import { CardNumberInData, SessionRefused } from '../payment-sessions.errors';

/** What a local provider made of a session. It asked nobody, so an unknown outcome is a refusal like any other. */
export function builtLocally(outcome: Outcome<ProviderSession>): ProviderSession {
  if (outcome.status === 'succeeded') return outcome.value;
  throw new SessionRefused(
    outcome.status === 'declined' ? outcome.message : 'The payment provider did not answer',
  );
}

/** The last check before data is stored and shown: whatever a provider made of it, no card number is kept. */
export function refuseCardNumbers(data: ProviderData): void {
  if (containsCardNumber(data)) throw new CardNumberInData();
}
