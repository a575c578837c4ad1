import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { contextOf } from '@tandem/http';
import type { Request } from 'express';
import { AuthenticationRequired } from '../auth.errors';
import { MedusaStoreGuard } from './medusa-store.guard';

/** A customer's own pages in Medusa's Store API: the publishable key first, then whoever is logged in, else 401. */
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
