import type { ProviderData } from '@tandem/provider-kit';
import { CallerDataInvalid } from './stripe-refusals';

const CAPTURE_METHODS = ['automatic', 'automatic_async', 'manual'] as const;
const USAGES = ['on_session', 'off_session'] as const;

/** What a page may ask of an intent by its session's data, in Stripe's words, as Medusa's provider takes them. */
export interface Wishes {
  readonly captureMethod?: (typeof CAPTURE_METHODS)[number];
  readonly saveMethod?: (typeof USAGES)[number];
  readonly types?: string[];
  readonly description?: string;
  /** A card that Stripe keeps, or that the page has just made. Stripe lets nobody use another customer's. */
  readonly paymentMethod?: string;
  /** Where the shopper comes back to from a page of the way to pay that was named. */
  readonly returnUrl?: string;
}

/** @throws CallerDataInvalid: nothing that was asked for is ignored */
export function wishesIn(data: ProviderData): Wishes {
  return {
    captureMethod: oneOf(data, 'capture_method', CAPTURE_METHODS),
    saveMethod: oneOf(data, 'setup_future_usage', USAGES),
    types: textsIn(data, 'payment_method_types'),
    description: textIn(data, 'payment_description'),
    paymentMethod: textIn(data, 'stripe_payment_method_id'),
    returnUrl: addressIn(data, 'return_url'),
  };
}

/** Of a session's data as it is stored: what has not its form is none. */
export function returnUrlIn({ return_url: value }: ProviderData): string | null {
  return typeof value === 'string' && isAddress(value) ? value : null;
}

function addressIn(data: ProviderData, key: string): string | undefined {
  const value = textIn(data, key);
  if (value === undefined || isAddress(value)) return value;
  throw new CallerDataInvalid(`${key} is an address, with https:// or an app’s own scheme`);
}

/** Stripe's own longest; a script is no place to come back to. */
function isAddress(value: string): boolean {
  const isPage = /^[a-z][a-z0-9+.-]*:\/\/[^\s]+$/i.test(value) && !/^javascript:/i.test(value);
  return isPage && value.length <= 5000 && URL.canParse(value);
}

function oneOf<T extends string>(data: ProviderData, key: string, known: readonly T[]): T | undefined {
  const value = textIn(data, key);
  if (value === undefined) return undefined;
  const found = known.find((one) => one === value);
  if (found === undefined) throw new CallerDataInvalid(`${key} is one of ${known.join(', ')}`);
  return found;
}

function textIn(data: ProviderData, key: string): string | undefined {
  const value = data[key] ?? undefined;
  if (value === undefined || typeof value === 'string') return value;
  throw new CallerDataInvalid(`${key} is a text`);
}

function textsIn(data: ProviderData, key: string): string[] | undefined {
  const value = data[key] ?? undefined;
  if (value === undefined) return undefined;
  if (isTexts(value)) return value;
  throw new CallerDataInvalid(`${key} is a list of texts`);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
}
