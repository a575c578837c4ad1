import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { customer, noIdempotency, shopper, type Caller } from '@tandem/context';
import { setContext } from '@tandem/http';
import { readUlid } from '@tandem/ids';
import { RequestLimits } from '@tandem/rate-limits';
import type { Request } from 'express';
import { ApiKeys } from './api-keys';
import { PublishableKeyInvalid, PublishableKeyRequired } from './auth.errors';
import { JwtTokens } from './jwt-tokens';

/**
 * Who asks Medusa's Store API: a publishable key is required; a customer's JWT adds their own carts; a guest's cart
 * needs only its id, and that cart owns the guest's idempotency keys.
 */
@Injectable()
export class MedusaStoreGuard implements CanActivate {
  constructor(
    private readonly keys: ApiKeys,
    private readonly jwt: JwtTokens,
    private readonly limits: RequestLimits,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<Request>();
    const token = request.get('x-publishable-api-key');
    if (!token) throw new PublishableKeyRequired();
    const key = await this.keys.findPublishable(token);
    if (key === null) return this.refuse(execution);
    await this.limits.count(execution, key);
    const { storeId } = key;
    setContext(request, {
      storeId,
      caller: await this.callerOf(request, storeId),
      idempotency: noIdempotency,
    });
    return true;
  }

  private async refuse(execution: ExecutionContext): Promise<never> {
    await this.limits.countWrongKey(execution);
    throw new PublishableKeyInvalid();
  }

  private async callerOf(request: Request, storeId: string): Promise<Caller> {
    const owner = await this.jwt.ownerOf(request, 'store');
    return owner?.storeId === storeId
      ? customer(owner.id, { guestCarts: true })
      : shopper(cartNamedBy(request));
  }
}

/** The cart a request is about: its own id, or its collection's, which are two spellings of one. */
function cartNamedBy({ params, body }: Request): string | null {
  const named = [params['id'], (body as Record<string, unknown>)['cart_id']];
  for (const id of named) {
    const cart = typeof id === 'string' ? (readUlid('pay_col', id) ?? readUlid('cart', id)) : null;
    if (cart !== null) return cart;
  }
  return null;
}
