import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { AuthenticationRequired } from '../auth.errors';
import { hasBearer, JwtTokens } from '../tokens/jwt-tokens';
import type { Audience, TokenOwner } from '../tokens/token-owner';
import { LoginChecker } from '../tokens/login-checker';
import { loginSessionOf, type LoginSession } from '../sessions/login-session';
import { isOriginTrusted } from './request-origin';

/** Nest token of the origins that may call with credentials. */
export const ALLOWED_ORIGINS = Symbol('ALLOWED_ORIGINS');

/**
 * Finds the account of a request. Tokens and cookies become callers only here, so that a deleted account, an old password and an
 * ended login are refused everywhere.
 */
@Injectable()
export class RequestOwners {
  constructor(
    private readonly jwt: JwtTokens,
    private readonly logins: LoginChecker,
    @Inject(ALLOWED_ORIGINS) private readonly allowed: readonly string[],
  ) {}

  /** The owner of the Bearer token or, without one, of the cookie. @throws AuthenticationRequired as `ofCookie` does */
  async findOwner(request: Request, audience: LoginSession['audience']): Promise<TokenOwner | null> {
    if (hasBearer(request)) return this.findByToken(request, audience);
    const login = await this.findByCookie(request);
    return login?.audience === audience ? login : null;
  }

  /** The owner of the Bearer token; null for none, or an invalid one. */
  async findByToken(request: Request, audience: Audience): Promise<TokenOwner | null> {
    const owner = await this.jwt.ownerOf(request, audience);
    return owner !== null && (await this.logins.isActive(audience, owner)) ? owner : null;
  }

  /** The login of the cookie, for either API. @throws AuthenticationRequired if another site sent the request */
  async findByCookie(request: Request): Promise<LoginSession | null> {
    const login = loginSessionOf(request);
    if (login === null) return null;
    if (!isOriginTrusted(request, this.allowed)) throw new AuthenticationRequired();
    return (await this.logins.isActive(login.audience, login)) ? login : null;
  }
}
