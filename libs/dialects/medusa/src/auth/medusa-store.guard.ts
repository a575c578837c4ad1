import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { OrderTokens, RequestOwners } from '@tandem/auth';
import { customer, noIdempotency, shopper, type Caller } from '@tandem/context';
import { setContext } from '@tandem/http';
import { readUlid } from '@tandem/ids';
import { propertiesOf } from '@tandem/objects';
import type { Request } from 'express';
import { PublishableKeys } from './publishable-keys';

// Medusa has no such header: these are Spree's.
const ORDER_TOKEN_HEADERS = ['x-spree-order-token', 'x-spree-token'];

/**
 * The caller of Medusa's Store API: a publishable key is required; a customer's JWT or cookie adds their own carts. A
 * guest's cart needs only its id, and that cart owns the guest's idempotency keys. An order that was not created as a
 * Medusa cart needs its order token too (docs/adr/0018-order-access.md).
 */
@Injectable()
export class MedusaStoreGuard implements CanActivate {
  constructor(
    private readonly keys: PublishableKeys,
    private readonly owners: RequestOwners,
    private readonly orderTokens: OrderTokens,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<Request>();
    const { storeId } = await this.keys.getKey(execution);
    const caller = await this.findCaller(request, storeId);
    setContext(request, { storeId, caller, idempotency: noIdempotency });
    return true;
  }

  private async findCaller(request: Request, storeId: string): Promise<Caller> {
    const owner = await this.owners.findOwner(request, 'store');
    const tokenOrderId = this.orderTokens.findOrder(request, storeId, ORDER_TOKEN_HEADERS);
    return owner?.storeId === storeId
      ? customer(owner.id, { ...owner, guestCarts: true, tokenOrderId })
      : shopper(requestedCart(request), tokenOrderId);
  }
}

/** The cart that a request names by its own id or by its collection's, which are the same UUID. */
function requestedCart({ params, body }: Request): string | null {
  const ids = [params['id'], propertiesOf(body)['cart_id']];
  for (const id of ids) {
    const cart = typeof id === 'string' ? (readUlid('pay_col', id) ?? readUlid('cart', id)) : null;
    if (cart !== null) return cart;
  }
  return null;
}
