import { containsCardNumber } from '@tandem/provider-kit';
import { CardNumberInSetupData } from '../saved-methods.errors';

/** The last check before a gateway's response is stored and returned: a card number is never stored. */
export function assertNoCardNumbers(response: object): void {
  if (containsCardNumber(response)) throw new CardNumberInSetupData();
}
