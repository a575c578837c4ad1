import { createHash, randomBytes } from 'node:crypto';
import type {
  CompleteSetupSessionRequest,
  CreateSetupSessionRequest,
  Outcome,
  ProviderSetupSession,
  SavedMethod,
  Saving,
} from '@tandem/provider-kit';
import { behaviourOf, profileOf } from './bogus-cards';
import { cardName, displayCard, withoutCardNumber, type DisplayCard } from './bogus-data';

// Declines found when a card is saved; others appear when it is charged.
const CHECKED = new Set(['incorrect_number', 'expired_card', 'unknown']);

export function createSetupSession({ data }: CreateSetupSessionRequest): Outcome<ProviderSetupSession> {
  const random = randomBytes(20).toString('hex');
  return {
    status: 'succeeded',
    value: {
      externalId: `bogus_seti_${random.slice(0, 24)}`,
      clientSecret: `bogus_seti_secret_${random.slice(24)}`,
      data: withoutCardNumber(data),
    },
  };
}

/** Saves the card named in the data, by default Spree's "Bogus Card". The profile's id depends only on the key. */
export function completeSetupSession(request: CompleteSetupSessionRequest): Outcome<Saving> {
  const { operationKey, setupSession, data } = request;
  const name = cardName(setupSession.data, data);
  const behaviour = behaviourOf(name);
  if (behaviour.does === 'decline' && CHECKED.has(name)) {
    return { status: 'declined', code: behaviour.code, message: behaviour.message };
  }
  const method = savedCard(name, displayCard({}, data), operationKey);
  return { status: 'succeeded', value: { state: 'saved', method } };
}

/** A saved card. Its profile id depends only on the operation's key. */
export function savedCard(name: string, { brand, last4 }: DisplayCard, operationKey: string): SavedMethod {
  const hex = createHash('sha256').update(operationKey).digest('hex').slice(0, 24);
  return {
    profileId: profileOf(name, hex),
    brand,
    last4,
    month: 12,
    year: new Date().getFullYear() + 1,
    name: 'Bogus Card',
  };
}
