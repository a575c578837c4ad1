import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { AuthenticationRequired, RequestOwners, type TokenOwner } from '@tandem/auth';
import { admin, customer, noIdempotency, registrant, type Caller } from '@tandem/context';
import { setContext } from '@tandem/http';
import type { Request } from 'express';

const CALLERS = [
  ['store', (owner: TokenOwner) => customer(owner.id, owner)],
  ['admin', (owner: TokenOwner) => admin(owner.id, owner)],
  ['customer registration', (owner: TokenOwner) => registrant('customer', owner.id, owner.loginId)],
  ['user registration', (owner: TokenOwner) => registrant('user', owner.id, owner.loginId)],
] as const;

/** Authenticates any kind of token; the token names its store. */
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(private readonly owners: RequestOwners) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<Request>();
    for (const [audience, callerOf] of CALLERS) {
      const owner = await this.owners.findByToken(request, audience);
      if (owner !== null) return enter(request, owner, callerOf(owner));
    }
    throw new AuthenticationRequired();
  }
}

/** Authenticates a session cookie; a token is not accepted (Medusa). */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(private readonly owners: RequestOwners) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<Request>();
    const login = await this.owners.findByCookie(request);
    if (login === null) throw new AuthenticationRequired();
    const caller = login.audience === 'store' ? customer(login.id, login) : admin(login.id, login);
    return enter(request, login, caller);
  }
}

function enter(request: Request, { storeId }: TokenOwner, caller: Caller): true {
  setContext(request, { storeId, caller, idempotency: noIdempotency });
  return true;
}
