import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { AuthenticationRequired } from './auth.errors';
import { hasBearer, JwtTokens, type TokenOwner } from './jwt-tokens';
import { loginSessionOf, type LoginSession } from './login-session';
import { isOriginTrusted } from './request-origin';

/** Nest token of the origins that may call with credentials. */
export const ALLOWED_ORIGINS = Symbol('ALLOWED_ORIGINS');

/** Whose request it is in Medusa's dialect: a Bearer token's owner or, where none is shown, a cookie's. */
@Injectable()
export class RequestOwners {
  constructor(
    private readonly jwt: JwtTokens,
    @Inject(ALLOWED_ORIGINS) private readonly allowed: readonly string[],
  ) {}

  /** Null for nobody. @throws AuthenticationRequired where another site makes use of the cookie */
  async of(request: Request, audience: LoginSession['audience']): Promise<TokenOwner | null> {
    if (hasBearer(request)) return this.jwt.ownerOf(request, audience);
    const login = this.sessionOf(request);
    return login?.audience === audience ? login : null;
  }

  /** The cookie's, whatever it opens. @throws AuthenticationRequired where another site makes use of it */
  sessionOf(request: Request): LoginSession | null {
    const login = loginSessionOf(request);
    if (login !== null && !isOriginTrusted(request, this.allowed)) throw new AuthenticationRequired();
    return login;
  }
}
