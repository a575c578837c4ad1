import { defineError } from '@tandem/context';

/** Not there, another store's, or not active. */
export class PaymentMethodNotFound extends defineError(
  'payment_method_not_found',
  'not_found',
  'Payment method not found',
  { field: 'paymentMethodId' },
) {}

/** What is set for a method is not what its provider asks for, or what its gateway takes. */
export class SettingsInvalid extends defineError(
  'payment_method_settings_invalid',
  'invalid',
  (problems: Readonly<Record<string, string>>) =>
    `Preferences ${Object.entries(problems)
      .map((problem) => problem.join(' '))
      .join(', ')}`,
  { field: 'preferences' },
) {
  /** `problems` by the settings' keys, in words that follow them: no secrets. */
  constructor(readonly problems: Readonly<Record<string, string>>) {
    super(problems);
  }
}

/** Others change the same settings again and again: what was checked is not what would be saved. */
export class SettingsChangedMeanwhile extends defineError(
  'payment_method_settings_changed',
  'conflict',
  'Preferences were changed by another request. Try again.',
  { field: 'preferences' },
) {}

/** The store has no active method of this provider (Medusa: not enabled in the region). */
export class ProviderNotEnabled extends defineError(
  'provider_not_enabled',
  'invalid',
  (providerId: string) => `Payment provider ${providerId} is not enabled`,
  { field: 'providerId' },
) {
  /** The region (UUID) of the order it was asked for, where it is known. */
  constructor(
    readonly providerId: string,
    readonly regionId: string | null = null,
  ) {
    super(providerId);
  }
}
