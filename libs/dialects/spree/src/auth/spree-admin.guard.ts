import { Injectable } from '@nestjs/common';
import { AdminGuard, ApiKeys, hasBearer, RequestOwners, type TokenOwner } from '@tandem/auth';
import { RequestLimits } from '@tandem/rate-limits';
import type { Request } from 'express';
import { requestCurrency } from './request-currency';

/** The caller of Spree's admin API: a secret key in x-spree-api-key, or an admin's JWT as Bearer. */
@Injectable()
export class SpreeAdminGuard extends AdminGuard {
  constructor(
    keys: ApiKeys,
    limits: RequestLimits,
    private readonly owners: RequestOwners,
  ) {
    super(keys, limits);
  }

  protected secretOf(request: Request): string | null {
    return request.get('x-spree-api-key') ?? null;
  }

  protected ownerOf(request: Request): Promise<TokenOwner | null> {
    return this.owners.findByToken(request, 'admin');
  }

  protected hasLogin(request: Request): boolean {
    return hasBearer(request);
  }

  protected currencyOf(request: Request): string | undefined {
    return requestCurrency(request);
  }
}
