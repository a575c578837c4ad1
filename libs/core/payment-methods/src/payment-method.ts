import type { ProviderSettings } from '@tandem/provider-kit';

/** A store's configured use of a provider (Spree's word). */
export interface PaymentMethod {
  readonly id: string;
  /** The registry key of its provider, e.g. `pp_bogus_default`. */
  readonly providerId: string;
  readonly name: string;
  readonly description: string | null;
  /** Only an active method can start a session. */
  readonly active: boolean;
  /** False: the store's own people use it, shoppers are not shown it. */
  readonly storefrontVisible: boolean;
  /** True: a completed session takes the money. False: it holds it until an admin captures. */
  readonly autoCapture: boolean;
  /** Its provider's fact, kept with it: a shopper pays with it through a session only (Spree). */
  readonly sessionRequired: boolean;
  /** Its place in lists, from 0. */
  readonly position: number;
  /** The store's own, never shown to shoppers. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** What the provider asks for, but for secrets. */
  readonly settings: Settings;
  /** Which secrets are set; what they are is never told. */
  readonly secretsSet: readonly string[];
  /** A removed one starts no session; what was begun with it is finished. */
  readonly isRemoved: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A method that was just saved. */
export interface SavedPaymentMethod extends PaymentMethod {
  /** False: its gateway could not be asked about the settings. */
  readonly isChecked: boolean;
}

export type Settings = ProviderSettings;
export type SettingValue = Settings[string];

/** @throws Error for what is no settings */
export function settingsIn(values: Readonly<Record<string, unknown>>): Settings {
  if (!areSettings(values)) throw new Error('a setting is neither a text, a number nor yes or no');
  return values;
}

function areSettings(values: Readonly<Record<string, unknown>>): values is Settings {
  return Object.values(values).every((value) => ['string', 'number', 'boolean'].includes(typeof value));
}

/** Whether its money is taken with the authorization, in a provider's words. */
export function captureOf({ autoCapture }: Pick<PaymentMethod, 'autoCapture'>): 'automatic' | 'manual' {
  return autoCapture ? 'automatic' : 'manual';
}
