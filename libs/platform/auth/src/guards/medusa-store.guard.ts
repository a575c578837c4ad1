import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { customer, noIdempotency, shopper, type Caller } from '@tandem/context';
import { setContext } from '@tandem/http';
import { readUlid } from '@tandem/ids';
import { propertiesOf } from '@tandem/objects';
import type { Request } from 'express';
import { PublishableKeyRequired } from '../auth.errors';
import { OrderTokens } from '../tokens/order-tokens';
import { PublishableKeys } from '../api-keys/publishable-keys';
import { RequestOwners } from './request-owners';

/**
 * Who asks Medusa's Store API: a publishable key is required; a customer's JWT or cookie adds their own carts; a guest's
 * cart needs only its id, and that cart owns the guest's idempotency keys. An order that was not made as a Medusa cart asks for
 * its token too, in x-spree-order-token (docs/adr/0018-who-opens-an-order.md).
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
    const key = await this.keys.keyOf(execution);
    if (key === null) throw new PublishableKeyRequired();
    const { storeId } = key;
    setContext(request, {
      storeId,
      caller: await this.callerOf(request, storeId),
      idempotency: noIdempotency,
    });
    return true;
  }

  private async callerOf(request: Request, storeId: string): Promise<Caller> {
    const owner = await this.owners.of(request, 'store');
    const heldOrderId = this.orderTokens.heldBy(request, storeId);
    return owner?.storeId === storeId
      ? customer(owner.id, { ...owner, guestCarts: true, heldOrderId })
      : shopper(cartNamedBy(request), heldOrderId);
  }
}

/** The cart a request is about: its own id, or its collection's, which are two spellings of one. */
function cartNamedBy({ params, body }: Request): string | null {
  const named = [params['id'], propertiesOf(body)['cart_id']];
  for (const id of named) {
    const cart = typeof id === 'string' ? (readUlid('pay_col', id) ?? readUlid('cart', id)) : null;
    if (cart !== null) return cart;
  }
  return null;
}
