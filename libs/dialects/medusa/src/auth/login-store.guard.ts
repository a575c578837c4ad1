import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { LoginsReader } from '@tandem/logins';
import { anonymous, noIdempotency } from '@tandem/context';
import { setContext } from '@tandem/http';
import { propertiesOf } from '@tandem/objects';
import { StoresReader } from '@tandem/stores';
import type { Request } from 'express';
import { actorIn } from './auth.mapper';
import { PublishableKeyRequired } from './medusa-auth.errors';
import { PublishableKeys } from './publishable-keys';

// No store has this id. A login there fails like a wrong password, with the same timing and message.
const NO_STORE = '00000000-0000-0000-0000-000000000000';

/** Sets the store of a request without a caller yet: the publishable key's, or the only store. */
abstract class AuthStoreGuard implements CanActivate {
  constructor(
    private readonly keys: PublishableKeys,
    private readonly stores: StoresReader,
  ) {}

  /** The store if there are several and no key. */
  protected abstract fallbackStore(request: Request): Promise<string>;

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<Request>();
    const storeId = await this.storeOf(execution, request);
    setContext(request, { storeId, caller: anonymous, idempotency: noIdempotency });
    return true;
  }

  private async storeOf(execution: ExecutionContext, request: Request): Promise<string> {
    const key = await this.keys.findKey(execution);
    if (key !== null) return key.storeId;
    return (await this.stores.findOnly()) ?? (await this.fallbackStore(request));
  }
}

/** A login needs no key (Medusa's dashboard has none) if the email is known in exactly one store. */
@Injectable()
export class LoginGuard extends AuthStoreGuard {
  constructor(
    keys: PublishableKeys,
    stores: StoresReader,
    private readonly logins: LoginsReader,
  ) {
    super(keys, stores);
  }

  protected async fallbackStore({ params, body }: Request): Promise<string> {
    const actor = actorIn(params['actor']);
    const { email } = propertiesOf(body);
    if (actor === null || typeof email !== 'string') return NO_STORE;
    return (await this.logins.findOnlyStore(actor, email.trim())) ?? NO_STORE;
  }
}

/** A registration must name its store by key. */
@Injectable()
export class RegistrationGuard extends AuthStoreGuard {
  constructor(keys: PublishableKeys, stores: StoresReader) {
    super(keys, stores);
  }

  /** @throws PublishableKeyRequired */
  protected fallbackStore(): Promise<never> {
    return Promise.reject(new PublishableKeyRequired());
  }
}
