import type { ProviderSettings } from './values';

/** One of the values of a `select`. */
export interface SettingOption {
  readonly value: string;
  /** Shown to operators. */
  readonly label: string;
}

/** A setting of a store's payment method, e.g. its gateway API key. Texts are trimmed before validation. */
export interface ProviderSetting {
  /** `secret_key` */
  readonly key: string;
  /** A `password` is write-only: stored encrypted, never shown again. A `select` accepts one of its `options`. */
  readonly type: 'string' | 'boolean' | 'number' | 'password' | 'select';
  /** Shown to operators. */
  readonly label: string;
  /** Shown next to the field: where to find the value, what it is for. */
  readonly help?: string;
  /** The method cannot be used until it is set. */
  readonly required?: boolean;
  readonly default?: string | boolean | number;
  /** For texts: a regular expression for the whole value, without `^` and `$`, e.g. `sk_(test|live)_\\w+`. */
  readonly pattern?: string;
  /** For a `select`: all accepted values, at least one. */
  readonly options?: readonly SettingOption[];
  /** For texts whose prefix shows test or live mode. All such texts of one method must be in the same mode. */
  readonly modes?: { readonly test: readonly string[]; readonly live: readonly string[] };
}

export interface CheckSettingsRequest {
  /** All settings of the method, secrets decrypted, each already validated against its description. */
  readonly settings: ProviderSettings;
}

/** The gateway's verdict on settings that are about to be saved. */
export type SettingsCheck =
  | { readonly status: 'ok' }
  /** By key, a message for the operator; it is shown, so no secrets. Nothing is saved. */
  | { readonly status: 'invalid'; readonly problems: Readonly<Record<string, string>> }
  /** The gateway gave no clear response. The settings are saved with a warning to the operator. `cause` is for the log. */
  | { readonly status: 'unreachable'; readonly cause: string };
