import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { admin, noIdempotency, secretKey, type RequestContext } from '@tandem/context';
import { setContext } from '@tandem/http';
import { RequestLimits } from '@tandem/rate-limits';
import type { Request } from 'express';
import type { ApiKey } from '../api-keys/api-key';
import { ApiKeys } from '../api-keys/api-keys';
import { AdminUnauthorized, MissingScope, SecretKeyInvalid } from '../auth.errors';
import type { TokenOwner } from '../tokens/token-owner';
import { requiredScopeOf } from '../scopes/required-scope';
import { coversScope } from '../scopes/scopes';

/**
 * Authenticates the caller of an admin API: a secret key, where the dialect expects it, or a logged-in admin. A key must have the
 * scope that the route declares; an admin has every scope. Wrong keys count towards the limit of their address, as in the store APIs;
 * valid keys and admins have their own, far higher limit. Each dialect extends it.
 */
@Injectable()
export abstract class AdminGuard implements CanActivate {
  constructor(
    private readonly keys: ApiKeys,
    private readonly limits: RequestLimits,
  ) {}

  /** The secret key that the request sends; null for none. */
  protected abstract secretOf(request: Request): string | null;

  /** The logged-in admin; null for none. */
  protected abstract ownerOf(request: Request): Promise<TokenOwner | null>;

  /** Whether the request has a login as well as a key: then the admin is the caller, and the key's scopes do not apply. */
  protected abstract hasLogin(request: Request): boolean;

  /** The currency of the request, in a dialect that has one. */
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

/** @throws AdminUnauthorized, also if key and login belong to different stores */
function adminContext(owner: TokenOwner | null, key: ApiKey | null): RequestContext {
  if (owner === null || owner.storeId !== (key?.storeId ?? owner.storeId)) throw new AdminUnauthorized();
  return { storeId: owner.storeId, caller: admin(owner.id, owner), idempotency: noIdempotency };
}

function keyContext({ id, storeId, scopes }: ApiKey): RequestContext {
  return { storeId, caller: secretKey(id, scopes), idempotency: noIdempotency };
}

/** @throws MissingScope; Error for a route without a declaration, which cannot happen: the server would not have started */
function checkScope(execution: ExecutionContext, { caller }: RequestContext): void {
  const required = requiredScopeOf(execution.getHandler());
  if (required === undefined) throw new Error(`no @RequiresScope on ${execution.getHandler().name}`);
  if (required !== null && !coversScope(caller.scopes, required)) throw new MissingScope(required);
}
