import type { RequestContext } from '@tandem/context';
import type { PaymentSession } from '../payment-session';

/** Who is present at an authorization: where staff charge a customer's saved card, no shopper can confirm anything. */
export function initiatedBy(
  { caller }: Pick<RequestContext, 'caller'>,
  { cardId }: Pick<PaymentSession, 'cardId'>,
): 'shopper' | 'merchant' {
  return caller.scope.all && cardId !== null ? 'merchant' : 'shopper';
}
