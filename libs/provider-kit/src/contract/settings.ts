import type { ProviderSettings } from './values';

/** One of the values a `select` takes. */
export interface SettingOption {
  readonly value: string;
  /** Shown to operators. */
  readonly label: string;
}

/** A setting of a store's payment method, e.g. the key of its account at the gateway. Texts are trimmed before they are checked. */
export interface ProviderSetting {
  /** `secret_key` */
  readonly key: string;
  /** A `password` is written only: kept sealed, never shown again. A `select` takes one of its `options`. */
  readonly type: 'string' | 'boolean' | 'number' | 'password' | 'select';
  /** Shown to operators. */
  readonly label: string;
  /** Shown beside the field: where the value is found, what it is for. */
  readonly help?: string;
  /** Without it the method cannot be used. */
  readonly required?: boolean;
  readonly default?: string | boolean | number;
  /** Of a text: a regular expression that the whole value matches, without `^` and `$`, e.g. `sk_(test|live)_\\w+`. */
  readonly pattern?: string;
  /** Of a `select`: all the values it takes, at least one. */
  readonly options?: readonly SettingOption[];
  /** Of a text that tells by its beginning whether it is of test or live mode. The texts of one method are of one mode. */
  readonly modes?: { readonly test: readonly string[]; readonly live: readonly string[] };
}

export interface CheckSettingsRequest {
  /** All of the method's, secrets in clear, each in the form its setting describes. */
  readonly settings: ProviderSettings;
}

/** What a gateway says of settings that are about to be saved. */
export type SettingsCheck =
  | { readonly status: 'ok' }
  /** By key, in words for the operator: no secrets, for they are shown. Nothing is saved. */
  | { readonly status: 'invalid'; readonly problems: Readonly<Record<string, string>> }
  /** The gateway gave no clear answer. They are saved, and the operator is told. `cause` is for the log. */
  | { readonly status: 'unreachable'; readonly cause: string };
