import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { noIdempotency, registrant, type RequestContext } from '@tandem/context';
import { setContext } from '@tandem/http';
import type { Request } from 'express';
import { AlreadyRegistered, AuthenticationRequired, PublishableKeyRequired } from '../auth.errors';
import type { Audience, TokenOwner } from '../tokens/jwt-tokens';
import { PublishableKeys } from '../api-keys/publishable-keys';
import { RequestOwners } from './request-owners';

/** A customer on the way to an account: the publishable key, then the token that a registration gave, else 401. */
@Injectable()
export class NewCustomerGuard implements CanActivate {
  constructor(
    private readonly keys: PublishableKeys,
    private readonly owners: RequestOwners,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<Request>();
    const key = await this.keys.keyOf(execution);
    if (key === null) throw new PublishableKeyRequired();
    setContext(
      request,
      await registrantOf(request, this.owners, { actor: 'customer', storeId: key.storeId }),
    );
    return true;
  }
}

/** Whoever accepts an invitation: the token that their registration gave, else 401. */
@Injectable()
export class NewUserGuard implements CanActivate {
  constructor(private readonly owners: RequestOwners) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<Request>();
    setContext(request, await registrantOf(request, this.owners, { actor: 'user' }));
    return true;
  }
}

/** `storeId` is the key's, where one is needed. @throws AlreadyRegistered for an account's token, AuthenticationRequired */
async function registrantOf(
  request: Request,
  owners: RequestOwners,
  { actor, storeId }: { actor: 'customer' | 'user'; storeId?: string },
): Promise<RequestContext> {
  const ofStore = async (audience: Audience): Promise<TokenOwner | null> => {
    const owner = await owners.ofToken(request, audience);
    return owner?.storeId === (storeId ?? owner?.storeId) ? owner : null;
  };
  const owner = await ofStore(`${actor} registration`);
  if (owner !== null)
    return {
      storeId: owner.storeId,
      caller: registrant(actor, owner.id, owner.loginId),
      idempotency: noIdempotency,
    };
  const account = await ofStore(actor === 'customer' ? 'store' : 'admin');
  throw account === null ? new AuthenticationRequired() : new AlreadyRegistered(actor);
}
