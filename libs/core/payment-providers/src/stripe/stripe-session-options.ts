import type { ProviderData } from '@tandem/provider-kit';
import { CallerDataInvalid } from './stripe-refusals';

const CAPTURE_METHODS = ['automatic', 'automatic_async', 'manual'] as const;
const USAGES = ['on_session', 'off_session'] as const;

/** Options that a page can set through its session's data, with Stripe's values, as in Medusa's provider. */
export interface StripeOptions {
  readonly captureMethod?: (typeof CAPTURE_METHODS)[number];
  readonly saveMethod?: (typeof USAGES)[number];
  readonly types?: string[];
  readonly description?: string;
  /** A saved card, or one the page just created. Stripe does not let a customer use another's. */
  readonly paymentMethod?: string;
  /** Where the shopper returns to from the payment method's page. */
  readonly returnUrl?: string;
}

/** @throws CallerDataInvalid, so that no requested option is silently ignored */
export function optionsIn(data: ProviderData): StripeOptions {
  return {
    captureMethod: oneOf(data, 'capture_method', CAPTURE_METHODS),
    saveMethod: oneOf(data, 'setup_future_usage', USAGES),
    types: textsIn(data, 'payment_method_types'),
    description: textIn(data, 'payment_description'),
    paymentMethod: textIn(data, 'stripe_payment_method_id'),
    returnUrl: addressIn(data, 'return_url'),
  };
}

/** For stored session data: a malformed value is ignored. */
export function returnUrlIn({ return_url: value }: ProviderData): string | null {
  return typeof value === 'string' && isAddress(value) ? value : null;
}

function addressIn(data: ProviderData, key: string): string | undefined {
  const value = textIn(data, key);
  if (value === undefined || isAddress(value)) return value;
  throw new CallerDataInvalid(`${key} must be a URL with https:// or an app’s own scheme`);
}

/** Stripe's maximum length; a script is not a valid return URL. */
function isAddress(value: string): boolean {
  const isPage = /^[a-z][a-z0-9+.-]*:\/\/[^\s]+$/i.test(value) && !/^javascript:/i.test(value);
  return isPage && value.length <= 5000 && URL.canParse(value);
}

function oneOf<T extends string>(data: ProviderData, key: string, known: readonly T[]): T | undefined {
  const value = textIn(data, key);
  if (value === undefined) return undefined;
  const found = known.find((one) => one === value);
  if (found === undefined) throw new CallerDataInvalid(`${key} must be one of ${known.join(', ')}`);
  return found;
}

function textIn(data: ProviderData, key: string): string | undefined {
  const value = data[key] ?? undefined;
  if (value === undefined || typeof value === 'string') return value;
  throw new CallerDataInvalid(`${key} must be a string`);
}

function textsIn(data: ProviderData, key: string): string[] | undefined {
  const value = data[key] ?? undefined;
  if (value === undefined) return undefined;
  if (isTexts(value)) return value;
  throw new CallerDataInvalid(`${key} must be a list of strings`);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
}
