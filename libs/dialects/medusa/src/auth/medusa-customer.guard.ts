import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { AuthenticationRequired } from '@tandem/auth';
import { contextOf } from '@tandem/http';
import type { Request } from 'express';
import { MedusaStoreGuard } from './medusa-store.guard';

/** For a customer's own data: the publishable key first, then the logged-in customer, else 401. */
@Injectable()
export class MedusaCustomerGuard implements CanActivate {
  constructor(private readonly store: MedusaStoreGuard) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    if (!(await this.store.canActivate(execution))) return false;
    const { caller } = contextOf(execution.switchToHttp().getRequest<Request>());
    if (caller.kind !== 'customer') throw new AuthenticationRequired();
    return true;
  }
}
