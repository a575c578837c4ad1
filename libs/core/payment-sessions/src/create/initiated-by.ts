import type { RequestContext } from '@tandem/context';
import type { PaymentSession } from '../payment-session';

/** `merchant` if staff charge a saved card: no shopper is there to authenticate. */
export function initiatedBy(
  { caller }: Pick<RequestContext, 'caller'>,
  { cardId }: Pick<PaymentSession, 'cardId'>,
): 'shopper' | 'merchant' {
  return caller.scope.all && cardId !== null ? 'merchant' : 'shopper';
}
