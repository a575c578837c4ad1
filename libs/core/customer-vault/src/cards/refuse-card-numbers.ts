import { containsCardNumber } from '@tandem/provider-kit';
import { CardNumberInSetupData } from '../saved-methods.errors';

/** The last check before a gateway's answer is stored and shown: whatever it holds, no card number is kept. */
export function refuseCardNumbers(answer: object): void {
  if (containsCardNumber(answer)) throw new CardNumberInSetupData();
}
