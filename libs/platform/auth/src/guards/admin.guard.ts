import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { admin, noIdempotency, secretKey, type RequestContext } from '@tandem/context';
import { setContext } from '@tandem/http';
import { RequestLimits } from '@tandem/rate-limits';
import type { Request } from 'express';
import type { ApiKey } from '../api-keys/api-key';
import { ApiKeys } from '../api-keys/api-keys';
import { AdminUnauthorized, MissingScope, SecretKeyAsBearer, SecretKeyInvalid } from '../auth.errors';
import { currencyShown } from '../currency-shown';
import { hasBearer, type TokenOwner } from '../tokens/jwt-tokens';
import { RequestOwners } from './request-owners';
import { requiredScopeOf } from '../scopes/required-scope';
import { coversScope } from '../scopes/scopes';

/**
 * An admin API's caller: whoever holds a secret key, put where the dialect puts it, or an admin who is logged in.
 * A key must hold the scope that the route declares; an admin holds them all. Wrong keys are counted by address, as in the store
 * APIs; a right one, or an admin, has a limit of its own that is far above.
 */
@Injectable()
export abstract class AdminGuard implements CanActivate {
  constructor(
    private readonly keys: ApiKeys,
    private readonly limits: RequestLimits,
  ) {}

  /** The secret key the request shows, where it shows one. */
  protected abstract secretOf(request: Request): string | null;

  /** The admin who is logged in, as the dialect knows them. */
  protected abstract ownerOf(request: Request): Promise<TokenOwner | null>;

  /** Whether a login stands beside the key: then it is the admin who asks, and the key's scopes are not looked at. */
  protected abstract hasLogin(request: Request): boolean;

  /** The currency that the request says it is about, where the dialect has such a thing. */
  protected abstract currencyOf(request: Request): string | undefined;

  /** @throws AdminUnauthorized, SecretKeyInvalid, MissingScope, RateLimited */
  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<Request>();
    const ctx = await this.contextFor(execution, request);
    if (ctx.caller.id !== null) this.limits.countStaff(ctx.caller.id);
    checkScope(execution, ctx);
    setContext(request, { ...ctx, currency: this.currencyOf(request) });
    return true;
  }

  private async contextFor(execution: ExecutionContext, request: Request): Promise<RequestContext> {
    const secret = this.secretOf(request);
    const key = secret === null ? null : await this.keys.findSecret(secret);
    if (secret !== null && key === null) return this.refuse(execution);
    if (key !== null && !this.hasLogin(request)) return keyContext(key);
    return adminContext(await this.ownerOf(request), key);
  }

  private async refuse(execution: ExecutionContext): Promise<never> {
    await this.limits.countWrongKey(execution);
    throw new SecretKeyInvalid();
  }
}

/** @throws AdminUnauthorized, also where the key beside the login is another store's: that cannot be meant */
function adminContext(owner: TokenOwner | null, key: ApiKey | null): RequestContext {
  if (owner === null || owner.storeId !== (key?.storeId ?? owner.storeId)) throw new AdminUnauthorized();
  return { storeId: owner.storeId, caller: admin(owner.id, owner), idempotency: noIdempotency };
}

function keyContext({ id, storeId, scopes }: ApiKey): RequestContext {
  return { storeId, caller: secretKey(id, scopes), idempotency: noIdempotency };
}

/** @throws MissingScope; Error for a route that declares nothing, which the start has refused already */
function checkScope(execution: ExecutionContext, { caller }: RequestContext): void {
  const required = requiredScopeOf(execution.getHandler());
  if (required === undefined) throw new Error(`no @RequiresScope on ${execution.getHandler().name}`);
  if (required !== null && !coversScope(caller.scopes, required)) throw new MissingScope(required);
}

/** Spree's admin: the secret key in x-spree-api-key, or an admin's JWT as Bearer. */
@Injectable()
export class SpreeAdminGuard extends AdminGuard {
  constructor(
    keys: ApiKeys,
    limits: RequestLimits,
    private readonly owners: RequestOwners,
  ) {
    super(keys, limits);
  }

  protected secretOf(request: Request): string | null {
    return request.get('x-spree-api-key') ?? null;
  }

  protected ownerOf(request: Request): Promise<TokenOwner | null> {
    return this.owners.ofToken(request, 'admin');
  }

  protected hasLogin(request: Request): boolean {
    return hasBearer(request);
  }

  protected currencyOf(request: Request): string | undefined {
    return currencyShown(request);
  }
}

/** Medusa's admin: the secret key as Basic, never as Bearer; an admin's JWT as Bearer, or their cookie. */
@Injectable()
export class MedusaAdminGuard extends AdminGuard {
  constructor(
    keys: ApiKeys,
    limits: RequestLimits,
    private readonly owners: RequestOwners,
  ) {
    super(keys, limits);
  }

  /** @throws SecretKeyAsBearer */
  protected secretOf(request: Request): string | null {
    const said = request.get('authorization') ?? '';
    if (/^Bearer\s+sk_/i.test(said)) throw new SecretKeyAsBearer();
    const [, text] = /^Basic\s+(.+)$/i.exec(said) ?? [];
    return text === undefined ? null : keyInBasic(text);
  }

  protected ownerOf(request: Request): Promise<TokenOwner | null> {
    return this.owners.of(request, 'admin');
  }

  /** One Authorization header holds one of them, and the key goes before a cookie. */
  protected hasLogin(): boolean {
    return false;
  }

  protected currencyOf(): undefined {
    return undefined;
  }
}

/** The key as a user name, as the SDK sends it; or the key itself, in base64 or plain. */
function keyInBasic(text: string): string {
  const decoded = text.startsWith('sk_') ? text : Buffer.from(text, 'base64').toString('utf8');
  return decoded.replace(/:[^]*$/, '');
}
