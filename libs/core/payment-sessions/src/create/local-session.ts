import {
  containsCardNumber,
  type Outcome,
  type ProviderData,
  type ProviderSession,
} from '@tandem/provider-kit';
import { CardNumberInData, SessionRefused } from '../payment-sessions.errors';

/** The session that a local provider built. It makes no call, so an unknown outcome counts as a refusal. */
export function builtLocally(outcome: Outcome<ProviderSession>): ProviderSession {
  if (outcome.status === 'succeeded') return outcome.value;
  throw new SessionRefused(
    outcome.status === 'declined' ? outcome.message : 'The payment provider did not answer',
  );
}

/** The last check before a provider's data is stored and shown: never store a card number. */
export function refuseCardNumbers(data: ProviderData): void {
  if (containsCardNumber(data)) throw new CardNumberInData();
}
