import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { AuthenticationRequired, JwtTokens, RequestOwners, type TokenOwner } from '@tandem/auth';
import { admin, customer, noIdempotency, registrant, type Caller } from '@tandem/context';
import { setContext } from '@tandem/http';
import { RequestLimits } from '@tandem/rate-limits';
import type { Request } from 'express';

const CALLERS = [
  ['store', (owner: TokenOwner) => customer(owner.id, owner)],
  ['admin', (owner: TokenOwner) => admin(owner.id, owner.passwordChangedAt)],
  ['customer registration', (owner: TokenOwner) => registrant('customer', owner.id)],
  ['user registration', (owner: TokenOwner) => registrant('user', owner.id)],
] as const;

/** Whoever has a token of any kind; it names its store itself. */
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(
    private readonly jwt: JwtTokens,
    private readonly limits: RequestLimits,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    await this.limits.countKeyless(execution);
    const request = execution.switchToHttp().getRequest<Request>();
    for (const [audience, callerOf] of CALLERS) {
      const owner = await this.jwt.ownerOf(request, audience);
      if (owner !== null) return enter(request, owner, callerOf(owner));
    }
    throw new AuthenticationRequired();
  }
}

/** Whoever has a session's cookie. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(private readonly owners: RequestOwners) {}

  canActivate(execution: ExecutionContext): boolean {
    const request = execution.switchToHttp().getRequest<Request>();
    const login = this.owners.sessionOf(request);
    if (login === null) throw new AuthenticationRequired();
    const caller = login.audience === 'store' ? customer(login.id, login) : admin(login.id);
    return enter(request, login, caller);
  }
}

function enter(request: Request, { storeId }: TokenOwner, caller: Caller): true {
  setContext(request, { storeId, caller, idempotency: noIdempotency });
  return true;
}
