import type { ProviderSettings } from '@tandem/provider-kit';

/** A store's configuration of a provider (Spree's term). */
export interface PaymentMethod {
  readonly id: string;
  /** The registry key of its provider, e.g. `pp_bogus_default`. */
  readonly providerId: string;
  readonly name: string;
  readonly description: string | null;
  /** Only an active method can start a session. */
  readonly active: boolean;
  /** False: only staff can use it; hidden from shoppers. */
  readonly storefrontVisible: boolean;
  /** True: completing a session captures the payment. False: it only authorizes it. */
  readonly autoCapture: boolean;
  /** Copied from its provider: shoppers can pay with it only through a session (Spree). */
  readonly sessionRequired: boolean;
  /** Place in lists, from 0. */
  readonly position: number;
  /** Set by staff; never returned to shoppers. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** The provider's settings without secrets. */
  readonly settings: Settings;
  /** The keys of the secrets that are set; their values are never returned. */
  readonly secretsSet: readonly string[];
  /** A removed method starts no sessions; its existing payments continue. */
  readonly isRemoved: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A method that was just saved. */
export interface SavedPaymentMethod extends PaymentMethod {
  /** False: the gateway could not be reached to check the settings. */
  readonly isChecked: boolean;
}

export type Settings = ProviderSettings;

/** @throws Error if a value is not a setting */
export function parseSettings(values: Readonly<Record<string, unknown>>): Settings {
  if (!areSettings(values)) throw new Error('a setting is neither a string, a number nor a boolean');
  return values;
}

function areSettings(values: Readonly<Record<string, unknown>>): values is Settings {
  return Object.values(values).every((value) => ['string', 'number', 'boolean'].includes(typeof value));
}

/** The method's capture mode, in the provider contract's terms. */
export function captureMode({ autoCapture }: Pick<PaymentMethod, 'autoCapture'>): 'automatic' | 'manual' {
  return autoCapture ? 'automatic' : 'manual';
}
