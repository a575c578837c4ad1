import type { Caller } from '@tandem/context';
import { OrderNotFound, OrderNotOpen, type Order, type OrderRef } from '@tandem/orders';

type ClaimingCaller = Pick<Caller, 'tokenOrderId'> & { readonly scope: Pick<Caller['scope'], 'guestCarts'> };

/** The id of the cart that the caller may claim: the one of their order token, if the path names no other. @throws OrderNotFound */
export function cartToClaim({ tokenOrderId, scope }: ClaimingCaller, ref: OrderRef | undefined): string {
  const named = ref && 'id' in ref ? ref.id : null;
  if (scope.guestCarts && named !== null) return named;
  const isOwnCart = ref === undefined || named === tokenOrderId;
  if (tokenOrderId === null || !isOwnCart) throw new OrderNotFound();
  return tokenOrderId;
}

/**
 * A cart can be claimed if it has no owner or is already the caller's. A guest's cart requires its order token, or only its id if the id
 * gives full access. @throws OrderNotFound, OrderNotOpen
 */
export function refuseUnlessClaimable(
  { id, customerId, state, idAccess }: Pick<Order, 'id' | 'customerId' | 'state' | 'idAccess'>,
  ownerId: string,
  { tokenOrderId, scope }: ClaimingCaller,
): void {
  if (customerId !== null && customerId !== ownerId) throw new OrderNotFound();
  const isAllowed = customerId !== null || idAccess === 'full' || tokenOrderId === id;
  if (!isAllowed) throw new OrderNotFound();
  if (state !== 'open') throw scope.guestCarts ? new OrderNotOpen(state) : new OrderNotFound();
}
