import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { admin, noIdempotency, secretKey, type RequestContext } from '@tandem/context';
import { setContext } from '@tandem/http';
import type { Request } from 'express';
import { ApiKeys } from './api-keys';
import { AdminUnauthorized, SecretKeyAsBearer } from './auth.errors';
import type { TokenOwner } from './jwt-tokens';
import { RequestOwners } from './request-owners';

/** An admin API's caller: whoever holds a secret key, put where the dialect puts it, or an admin who is logged in. */
abstract class AdminGuard implements CanActivate {
  constructor(private readonly keys: ApiKeys) {}

  /** The secret key the request shows, where it shows one. */
  protected abstract secretOf(request: Request): string | null;

  /** The admin who is logged in, as the dialect knows them. */
  protected abstract ownerOf(request: Request): Promise<TokenOwner | null>;

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
    const owner = await this.ownerOf(request);
    if (owner === null) return null;
    return { storeId: owner.storeId, caller: admin(owner.id, owner), idempotency: noIdempotency };
  }
}

/** Spree's admin: the secret key in x-spree-api-key, or an admin's JWT as Bearer. */
@Injectable()
export class SpreeAdminGuard extends AdminGuard {
  constructor(
    keys: ApiKeys,
    private readonly owners: RequestOwners,
  ) {
    super(keys);
  }

  protected secretOf(request: Request): string | null {
    return request.get('x-spree-api-key') ?? null;
  }

  protected ownerOf(request: Request): Promise<TokenOwner | null> {
    return this.owners.ofToken(request, 'admin');
  }
}

/** Medusa's admin: the secret key as Basic, never as Bearer; an admin's JWT as Bearer, or their cookie. */
@Injectable()
export class MedusaAdminGuard extends AdminGuard {
  constructor(
    keys: ApiKeys,
    private readonly owners: RequestOwners,
  ) {
    super(keys);
  }

  /** @throws SecretKeyAsBearer */
  protected secretOf(request: Request): string | null {
    const [, scheme, text = ''] = /^(Basic|Bearer) (.+)$/.exec(request.get('authorization') ?? '') ?? [];
    if (scheme === 'Bearer' && text.startsWith('sk_')) throw new SecretKeyAsBearer();
    return scheme === 'Basic' ? keyInBasic(text) : null;
  }

  protected ownerOf(request: Request): Promise<TokenOwner | null> {
    return this.owners.of(request, 'admin');
  }
}

/** The key as a user name, as the SDK sends it; or the key itself, in base64 or plain. */
function keyInBasic(text: string): string {
  const decoded = text.startsWith('sk_') ? text : Buffer.from(text, 'base64').toString('utf8');
  return decoded.replace(/:[^]*$/, '');
}
