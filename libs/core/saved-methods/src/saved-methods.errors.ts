import { CoreError } from '@tandem/context';

/** Not there, removed, or another customer's. */
export class SavedCardNotFound extends CoreError {
  readonly code = 'saved_card_not_found';
  readonly kind = 'not_found';

  constructor() {
    super('Credit card not found');
  }
}

/** Not there, or another customer's. */
export class SetupSessionNotFound extends CoreError {
  readonly code = 'setup_session_not_found';
  readonly kind = 'not_found';

  constructor() {
    super('Payment setup session not found');
  }
}

/** The method's provider keeps no cards. */
export class SavingUnsupported extends CoreError {
  readonly code = 'saving_unsupported';
  readonly kind = 'invalid';
  override readonly field = 'paymentMethodId';

  constructor() {
    super('Payment method does not support saved payment methods');
  }
}

/** The setup session's state does not know what was asked. */
export class SetupStateForbids extends CoreError {
  readonly code = 'setup_state_forbids';
  readonly kind = 'conflict';
  override readonly field = 'status';

  constructor(readonly state: string) {
    super(`Status cannot transition via "complete" from "${state}"`);
  }
}

/** The gateway would not open the setup session, or would not forget the card. */
export class SavingRefused extends CoreError {
  readonly code = 'saving_refused';
  readonly kind = 'refused';
}

/** Data holds what looks like a card number, and no card number is ever stored. */
export class CardNumberInSetupData extends CoreError {
  readonly code = 'card_number_in_data';
  readonly kind = 'invalid';
  override readonly field = 'data';

  constructor() {
    super('Data must not contain a card number');
  }
}
