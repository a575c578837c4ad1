import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { RequestLimits } from '@tandem/rate-limits';

/** Gateways have no key of a store's: what they send is believed only once its signature is checked. Limited by address. */
@Injectable()
export class HookGuard implements CanActivate {
  constructor(private readonly limits: RequestLimits) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    await this.limits.countKeyless(execution);
    return true;
  }
}
