import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ApiKeys, OrderTokens, RequestOwners } from '@tandem/auth';
import { customer, guest, anonymous, noIdempotency, type Caller } from '@tandem/context';
import { setContext } from '@tandem/http';
import { RequestLimits } from '@tandem/rate-limits';
import type { Request } from 'express';
import { requestCurrency } from './request-currency';
import { ApiKeyInvalid } from './spree-auth.errors';

// Spree's newest SDK sends the second.
const ORDER_TOKEN_HEADERS = ['x-spree-order-token', 'x-spree-token'];

/**
 * The caller of Spree's Store API:
 * - a publishable key is required, else 401; its requests are counted, else 429;
 * - a customer's JWT, if it is valid; an invalid or expired one counts as absent (Spree);
 * - else the guest of an order token; else anonymous, who finds no order.
 */
@Injectable()
export class SpreeStoreGuard implements CanActivate {
  constructor(
    private readonly keys: ApiKeys,
    private readonly owners: RequestOwners,
    private readonly orderTokens: OrderTokens,
    private readonly limits: RequestLimits,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<Request>();
    const key = await this.keys.findPublishable(request.get('x-spree-api-key') ?? '');
    if (key === null) return this.refuse(execution);
    await this.limits.countShopper(execution, key);
    const { storeId } = key;
    setContext(request, {
      storeId,
      caller: await this.findCaller(request, storeId),
      idempotency: noIdempotency,
      currency: requestCurrency(request),
    });
    return true;
  }

  private async refuse(execution: ExecutionContext): Promise<never> {
    await this.limits.countWrongKey(execution);
    throw new ApiKeyInvalid();
  }

  private async findCaller(request: Request, storeId: string): Promise<Caller> {
    const owner = await this.owners.findByToken(request, 'store');
    const tokenOrderId = this.orderTokens.findOrder(request, storeId, ORDER_TOKEN_HEADERS);
    if (owner?.storeId === storeId) return customer(owner.id, { ...owner, tokenOrderId });
    return tokenOrderId === null ? anonymous : guest(tokenOrderId);
  }
}
