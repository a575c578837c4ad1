import type { Caller } from '@tandem/context';
import { OrderNotFound, OrderNotOpen, type Order, type OrderRef } from '@tandem/orders';

type TakingCaller = Pick<Caller, 'tokenOrderId'> & { readonly scope: Pick<Caller['scope'], 'guestCarts'> };

/** The order the caller may take: whose token came along, if it is the one that is named. @throws OrderNotFound */
export function cartToTake({ tokenOrderId, scope }: TakingCaller, ref: OrderRef | undefined): string {
  const named = ref && 'id' in ref ? ref.id : null;
  if (scope.guestCarts && named !== null) return named;
  const isNamed = ref === undefined || named === tokenOrderId;
  if (tokenOrderId === null || !isNamed) throw new OrderNotFound();
  return tokenOrderId;
}

/**
 * Only an ownerless cart, or one that is theirs already. A guest's is given by its token, or by the id of a cart that its id alone
 * opens. @throws OrderNotFound, OrderNotOpen
 */
export function refuseUnlessGiven(
  { id, customerId, state, idAccess }: Pick<Order, 'id' | 'customerId' | 'state' | 'idAccess'>,
  ownerId: string,
  { tokenOrderId, scope }: TakingCaller,
): void {
  if (customerId !== null && customerId !== ownerId) throw new OrderNotFound();
  const isAllowed = customerId !== null || idAccess === 'full' || tokenOrderId === id;
  if (!isAllowed) throw new OrderNotFound();
  if (state !== 'open') throw scope.guestCarts ? new OrderNotOpen(state) : new OrderNotFound();
}
