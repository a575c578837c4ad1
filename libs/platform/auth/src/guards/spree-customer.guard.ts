import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { contextOf } from '@tandem/http';
import type { Request } from 'express';
import { AuthenticationRequired } from '../auth.errors';
import { RequestOwners } from './request-owners';
import { SpreeStoreGuard } from './spree-store.guard';

/** A customer's own pages: no JWT is 401 before the API key is looked at (Spree), and so is one of another store. */
@Injectable()
export class SpreeCustomerGuard implements CanActivate {
  constructor(
    private readonly owners: RequestOwners,
    private readonly store: SpreeStoreGuard,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<Request>();
    if ((await this.owners.ofToken(request, 'store')) === null) throw new AuthenticationRequired();
    if (!(await this.store.canActivate(execution))) return false;
    if (contextOf(request).caller.kind !== 'customer') throw new AuthenticationRequired();
    return true;
  }
}
