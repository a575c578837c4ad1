import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { AuthenticationRequired, RequestOwners } from '@tandem/auth';
import { contextOf } from '@tandem/http';
import type { Request } from 'express';
import { SpreeStoreGuard } from './spree-store.guard';

/** For a customer's own data: 401 without a JWT even before the API key is checked (Spree), and for one of another store. */
@Injectable()
export class SpreeCustomerGuard implements CanActivate {
  constructor(
    private readonly owners: RequestOwners,
    private readonly store: SpreeStoreGuard,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<Request>();
    if ((await this.owners.findByToken(request, 'store')) === null) throw new AuthenticationRequired();
    if (!(await this.store.canActivate(execution))) return false;
    if (contextOf(request).caller.kind !== 'customer') throw new AuthenticationRequired();
    return true;
  }
}
