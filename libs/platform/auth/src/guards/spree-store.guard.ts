import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { customer, guest, nobody, noIdempotency, type Caller } from '@tandem/context';
import { setContext } from '@tandem/http';
import { RequestLimits } from '@tandem/rate-limits';
import type { Request } from 'express';
import { ApiKeys } from '../api-keys/api-keys';
import { ApiKeyInvalid } from '../auth.errors';
import { currencyShown } from '../currency-shown';
import { OrderTokens } from '../tokens/order-tokens';
import { RequestOwners } from './request-owners';

/**
 * Who asks Spree's Store API:
 * - a publishable key is required, else 401; its requests are counted, else 429;
 * - a customer's JWT, where it is right; a wrong or expired one counts as none (Spree);
 * - else the guest who holds an order token; else nobody, for whom no order is found.
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
      caller: await this.callerOf(request, storeId),
      idempotency: noIdempotency,
      currency: currencyShown(request),
    });
    return true;
  }

  private async refuse(execution: ExecutionContext): Promise<never> {
    await this.limits.countWrongKey(execution);
    throw new ApiKeyInvalid();
  }

  private async callerOf(request: Request, storeId: string): Promise<Caller> {
    const owner = await this.owners.ofToken(request, 'store');
    const heldOrderId = this.orderTokens.heldBy(request, storeId);
    if (owner?.storeId === storeId) return customer(owner.id, { ...owner, heldOrderId });
    return heldOrderId === null ? nobody : guest(heldOrderId);
  }
}
