import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { AuthenticationRequired, RequestOwners, type Audience, type TokenOwner } from '@tandem/auth';
import { noIdempotency, registrant, type RequestContext } from '@tandem/context';
import { setContext } from '@tandem/http';
import type { Request } from 'express';
import { AlreadyRegistered } from './medusa-auth.errors';
import { PublishableKeys } from './publishable-keys';

/** For creating a customer account: the publishable key, then the JWT of a registration, else 401. */
@Injectable()
export class NewCustomerGuard implements CanActivate {
  constructor(
    private readonly keys: PublishableKeys,
    private readonly owners: RequestOwners,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<Request>();
    const { storeId } = await this.keys.getKey(execution);
    setContext(request, await registrantContext(request, this.owners, { actor: 'customer', storeId }));
    return true;
  }
}

/** For accepting an invitation: the JWT of a registration, else 401. */
@Injectable()
export class NewUserGuard implements CanActivate {
  constructor(private readonly owners: RequestOwners) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<Request>();
    setContext(request, await registrantContext(request, this.owners, { actor: 'user' }));
    return true;
  }
}

/** `storeId`: the publishable key's store, if a key is required. @throws AlreadyRegistered if the JWT is an account's, AuthenticationRequired */
async function registrantContext(
  request: Request,
  owners: RequestOwners,
  { actor, storeId }: { actor: 'customer' | 'user'; storeId?: string },
): Promise<RequestContext> {
  const ownerIn = async (audience: Audience): Promise<TokenOwner | null> => {
    const owner = await owners.findByToken(request, audience);
    return owner?.storeId === (storeId ?? owner?.storeId) ? owner : null;
  };
  const owner = await ownerIn(`${actor} registration`);
  if (owner !== null) {
    const caller = registrant(actor, owner.id, owner.loginId);
    return { storeId: owner.storeId, caller, idempotency: noIdempotency };
  }
  const account = await ownerIn(actor === 'customer' ? 'store' : 'admin');
  throw account === null ? new AuthenticationRequired() : new AlreadyRegistered(actor);
}
