import type { ProviderData } from '@tandem/provider-kit';
import { brandOf, nameOfCard, nameOfProfile } from './bogus-cards';

const NUMBER = 'card_number';
/** Where a session keeps that its card is to be kept. Only the server says so, never a caller. */
const SAVE = 'bogus_save_method';
/** Where a session keeps which saved card pays it. Only the server says so, never a caller. */
const PROFILE = 'gateway_payment_profile_id';
const SECRETS = new Set([NUMBER, PROFILE, SAVE, 'cvv', 'cvc', 'verification_value']);

/** Data that may be kept: in the place of a card number stands what a receipt shows; a security code is dropped. */
export function withoutCardNumber(data: ProviderData): ProviderData {
  if (!Object.keys(data).some((key) => SECRETS.has(key))) return data;
  const kept = Object.fromEntries(Object.entries(data).filter(([key]) => !SECRETS.has(key)));
  const number = numberIn(data);
  if (number === null) return kept;
  const digits = number.replace(/[ -]/g, '');
  return {
    ...kept,
    bogus_card: nameOfCard(number),
    card: { brand: brandOf(digits), last4: digits.slice(-4) },
  };
}

/** Data of a session that a saved card pays. */
export function withProfile(data: ProviderData, profileId: string | undefined): ProviderData {
  return profileId === undefined ? data : { ...data, [PROFILE]: profileId };
}

/** Data of a session whose card is to be kept. */
export function withSaving(data: ProviderData, saveMethod: string | undefined): ProviderData {
  return saveMethod === undefined ? data : { ...data, [SAVE]: saveMethod };
}

/** Whether the card that pays a session is to be kept. */
export function isToBeSaved(sessionData: ProviderData): boolean {
  return typeof sessionData[SAVE] === 'string';
}

/** What a receipt shows of the card that pays: what comes with the completion before what the session keeps. */
export function shownCard(sessionData: ProviderData, completionData: ProviderData): ShownCard {
  const { card } = { ...sessionData, ...withoutCardNumber(completionData) };
  const shown: Partial<ShownCard> = typeof card === 'object' && card !== null ? card : {};
  const { brand = 'visa', last4 = '4242' } = shown;
  return { brand: String(brand), last4: String(last4) };
}

/** Of a card without a number, Spree's "Bogus Card". */
export interface ShownCard {
  readonly brand: string;
  readonly last4: string;
}

/** The saved card that a session is paid with; null for none. */
export function profileIn(sessionData: ProviderData): string | null {
  const profile = sessionData[PROFILE];
  return typeof profile === 'string' ? profile : null;
}

/**
 * The name of the card to charge: the saved card that the session is paid with, and no other; else what comes with the
 * completion, else what the session keeps, else a good one.
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
