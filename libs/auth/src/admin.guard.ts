import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { admin, noIdempotency, secretKey, type RequestContext } from '@tandem/context';
import { setContext } from '@tandem/http';
import type { Request } from 'express';
import { ApiKeys } from './api-keys';
import { AdminUnauthorized } from './auth.errors';
import { JwtTokens } from './jwt-tokens';

/** An admin API's caller: whoever holds a secret key, put where the dialect puts it, or an admin's JWT as Bearer. */
abstract class AdminGuard implements CanActivate {
  constructor(
    private readonly keys: ApiKeys,
    private readonly jwt: JwtTokens,
  ) {}

  /** The secret key the request shows, where it shows one. */
  protected abstract secretOf(request: Request): string | null;

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<Request>();
    const ctx = await this.contextFor(request);
    if (ctx === null) throw new AdminUnauthorized();
    setContext(request, ctx);
    return true;
  }

  private async contextFor(request: Request): Promise<RequestContext | null> {
    const secret = this.secretOf(request);
    if (secret !== null) {
      const key = await this.keys.findSecret(secret);
      return key && { storeId: key.storeId, caller: secretKey(key.id), idempotency: noIdempotency };
    }
    const owner = await this.jwt.ownerOf(request, 'admin');
    return owner && { storeId: owner.storeId, caller: admin(owner.id), idempotency: noIdempotency };
  }
}

/** Spree's admin: the secret key in x-spree-api-key. */
@Injectable()
export class SpreeAdminGuard extends AdminGuard {
  constructor(keys: ApiKeys, jwt: JwtTokens) {
    super(keys, jwt);
  }

  protected secretOf(request: Request): string | null {
    return request.get('x-spree-api-key') ?? null;
  }
}

/** Medusa's admin: the secret key as the user name of Basic, never as Bearer. */
@Injectable()
export class MedusaAdminGuard extends AdminGuard {
  constructor(keys: ApiKeys, jwt: JwtTokens) {
    super(keys, jwt);
  }

  protected secretOf(request: Request): string | null {
    const [, encoded] = /^Basic (.+)$/.exec(request.get('authorization') ?? '') ?? [];
    if (encoded === undefined) return null;
    const [user = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
    return user;
  }
}
