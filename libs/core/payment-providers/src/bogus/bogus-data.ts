import type { ProviderData } from '@tandem/provider-kit';
import { brandOf, nameOfCard, nameOfProfile } from './bogus-cards';

const NUMBER = 'card_number';
/** Marks a session whose card is to be saved. Set only by the server, never by a caller. */
const SAVE_METHOD = 'bogus_save_method';
/** The session's saved card. Set only by the server, never by a caller. */
const PROFILE = 'gateway_payment_profile_id';
const SECRETS = new Set([NUMBER, PROFILE, SAVE_METHOD, 'cvv', 'cvc', 'verification_value']);

/** Data that may be stored: a card number is replaced by its name, brand and last digits; a security code is dropped. */
export function withoutCardNumber(data: ProviderData): ProviderData {
  if (!Object.keys(data).some((key) => SECRETS.has(key))) return data;
  const stored = Object.fromEntries(Object.entries(data).filter(([key]) => !SECRETS.has(key)));
  const number = numberIn(data);
  if (number === null) return stored;
  const digits = number.replace(/[ -]/g, '');
  return {
    ...stored,
    bogus_card: nameOfCard(number),
    card: { brand: brandOf(digits), last4: digits.slice(-4) },
  };
}

/** Data of a session that is paid with a saved card. */
export function withProfile(data: ProviderData, profileId: string | undefined): ProviderData {
  return profileId === undefined ? data : { ...data, [PROFILE]: profileId };
}

/** Data of a session whose card is to be saved. */
export function withSaveMethod(data: ProviderData, saveMethod: string | undefined): ProviderData {
  return saveMethod === undefined ? data : { ...data, [SAVE_METHOD]: saveMethod };
}

/** Whether the session's card is to be saved. */
export function isSaveRequested(sessionData: ProviderData): boolean {
  return typeof sessionData[SAVE_METHOD] === 'string';
}

/** The card's details for receipts; the completion's card takes precedence over the session's. */
export function displayCard(sessionData: ProviderData, completionData: ProviderData): DisplayCard {
  const { card } = { ...sessionData, ...withoutCardNumber(completionData) };
  const shown: Partial<DisplayCard> = typeof card === 'object' && card !== null ? card : {};
  const { brand = 'visa', last4 = '4242' } = shown;
  return { brand: String(brand), last4: String(last4) };
}

/** Without a card number, Spree's "Bogus Card". */
export interface DisplayCard {
  readonly brand: string;
  readonly last4: string;
}

/** The session's saved card; null if none. */
export function profileIn(sessionData: ProviderData): string | null {
  const profile = sessionData[PROFILE];
  return typeof profile === 'string' ? profile : null;
}

/**
 * The name of the card to charge: always the session's saved card if it has one; otherwise the completion's card,
 * then the session's, then a good one.
 */
export function cardName(sessionData: ProviderData, completionData: ProviderData): string {
  const profile = profileIn(sessionData);
  const saved = profile === null ? null : nameOfProfile(profile);
  if (saved !== null) return saved;
  for (const data of [completionData, sessionData]) {
    const number = numberIn(data);
    if (number !== null) return nameOfCard(number);
    const name = data['bogus_card'];
    if (typeof name === 'string') return name;
  }
  return 'good';
}

function numberIn(data: ProviderData): string | null {
  const number = data[NUMBER];
  return typeof number === 'string' || typeof number === 'number' ? String(number) : null;
}
