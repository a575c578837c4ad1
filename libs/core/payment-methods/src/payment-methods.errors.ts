import { defineError } from '@tandem/context';

/** Unknown, another store's, or not active. */
export class PaymentMethodNotFound extends defineError(
  'payment_method_not_found',
  'not_found',
  'Payment method not found',
  { field: 'paymentMethodId' },
) {}

/** The settings do not match the provider's definitions, or the gateway refused them. */
export class SettingsInvalid extends defineError(
  'payment_method_settings_invalid',
  'invalid',
  (problems: Readonly<Record<string, string>>) =>
    `Preferences ${Object.entries(problems)
      .map((problem) => problem.join(' '))
      .join(', ')}`,
  { field: 'preferences' },
) {
  /** `problems`: by setting key, a phrase that follows the key; without secrets. */
  constructor(readonly problems: Readonly<Record<string, string>>) {
    super(problems);
  }
}

/** Concurrent changes of the same settings: what was checked is not what would be saved. */
export class SettingsChangedConcurrently extends defineError(
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
  /** The region (UUID) of the order, if there is one. */
  constructor(
    readonly providerId: string,
    readonly regionId: string | null = null,
  ) {
    super(providerId);
  }
}
