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

/** What is set for a method is not what its provider asks for. */
export class SettingsInvalid extends CoreError {
  readonly code = 'payment_method_settings_invalid';
  readonly kind = 'invalid';
  override readonly field = 'preferences';

  constructor(words: string) {
    super(`Preferences ${words}`);
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
