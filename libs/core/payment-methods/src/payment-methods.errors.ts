import { CoreError } from '@tandem/context';

/** Not there, another store's, or not active. */
export class PaymentMethodNotFound extends CoreError {
  readonly code = 'payment_method_not_found';
  readonly kind = 'not_found';
  override readonly field = 'paymentMethodId';

  constructor() {
    super('Payment method not found');
  }
}

/** What is set for a method is not what its provider asks for, or what its gateway takes. */
export class SettingsInvalid extends CoreError {
  readonly code = 'payment_method_settings_invalid';
  readonly kind = 'invalid';
  override readonly field = 'preferences';

  /** `problems` by the settings' keys, in words that follow them: no secrets. */
  constructor(readonly problems: Readonly<Record<string, string>>) {
    super(
      `Preferences ${Object.entries(problems)
        .map((problem) => problem.join(' '))
        .join(', ')}`,
    );
  }
}

/** Others change the same settings again and again: what was checked is not what would be saved. */
export class SettingsChangedMeanwhile extends CoreError {
  readonly code = 'payment_method_settings_changed';
  readonly kind = 'conflict';
  override readonly field = 'preferences';

  constructor() {
    super('Preferences were changed by another request. Try again.');
  }
}

/** The store has no active method of this provider (Medusa: not enabled in the region). */
export class ProviderNotEnabled extends CoreError {
  readonly code = 'provider_not_enabled';
  readonly kind = 'invalid';
  override readonly field = 'providerId';

  /** The region (UUID) of the order it was asked for, where it is known. */
  constructor(
    readonly providerId: string,
    readonly regionId: string | null = null,
  ) {
    super(`Payment provider ${providerId} is not enabled`);
  }
}
