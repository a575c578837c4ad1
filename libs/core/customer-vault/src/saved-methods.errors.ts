import { defineError } from '@tandem/context';

/** Unknown, removed, or another customer's. */
export class SavedCardNotFound extends defineError(
  'saved_card_not_found',
  'not_found',
  'Credit card not found',
) {}

/** Unknown, or another customer's. */
export class SetupSessionNotFound extends defineError(
  'setup_session_not_found',
  'not_found',
  'Payment setup session not found',
) {}

/** The method's provider cannot save cards. */
export class SavedMethodsUnsupported extends defineError(
  'saving_unsupported',
  'invalid',
  'Payment method does not support saved payment methods',
  { field: 'paymentMethodId' },
) {}

/** The setup session's state does not allow the transition. */
export class SetupStateForbids extends defineError(
  'setup_state_forbids',
  'conflict',
  (state: string) => `Status cannot transition via "complete" from "${state}"`,
  { field: 'status' },
) {
  constructor(readonly state: string) {
    super(state);
  }
}

/** The gateway refused to create the setup session or to delete the card. */
export class SavedMethodRefused extends defineError(
  'saving_refused',
  'refused',
  (message: string) => message,
) {}

/** The data contains what looks like a card number, which must never be stored. */
export class CardNumberInSetupData extends defineError(
  'card_number_in_data',
  'invalid',
  'Data must not contain a card number',
  { field: 'data' },
) {}
