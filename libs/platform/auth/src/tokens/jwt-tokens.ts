import { createSecretKey, randomUUID, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { isUuid } from '@tandem/ids';
import type { Request } from 'express';
import { ExtractJwt, Strategy, type StrategyOptionsWithoutRequest } from 'passport-jwt';
import { AUTH_SECRETS, secretsInOrder, type AuthSecrets } from '../secrets/auth-secrets';

/**
 * Customers' tokens open the store APIs of both dialects, admins' the admin APIs; a registration's opens nothing but the
 * account it was made for.
 */
const AUDIENCES = ['store', 'admin', 'customer registration', 'user registration'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Whom a token names. */
export interface TokenOwner {
  readonly id: string;
  readonly storeId: string;
  /** When their password had last been changed as they logged in; null where it never was. */
  readonly passwordChangedAt: Date | null;
  /**
   * The login that it came of (UUID), which all tokens and cookies of that login share. Null for a token that the
   * command line issued: it stands as long as the account and its password do.
   */
  readonly loginId: string | null;
}

const ISSUER = 'tandem';
// One algorithm, named on both sides, so that no header can choose another.
const ALGORITHM = 'HS256';
// An hour: a stolen token is not useful for long, and a client refreshes it without its user.
const LIFETIME_SECONDS = 3600;

/** Issues and checks the JWTs of customers and admins. */
@Injectable()
export class JwtTokens {
  private readonly jwt: JwtService;
  private readonly strategies: ReadonlyMap<Audience, readonly Strategy[]>;

  constructor(@Inject(AUTH_SECRETS) secrets: AuthSecrets) {
    // Given the text, jsonwebtoken tries at each check to read it as a PEM key first: 340 µs instead of 9 (measured).
    const keys = secretsInOrder(secrets.jwtSecret, secrets.jwtSecretPrevious).map((secret) =>
      createSecretKey(Buffer.from(secret)),
    );
    this.jwt = new JwtService({ secret: keys[0] });
    this.strategies = new Map(
      AUDIENCES.map((audience) => [audience, keys.map((one) => strategyFor(audience, one))]),
    );
  }

  issue(audience: Audience, owner: TokenOwner): string {
    return this.jwt.sign(
      {
        store_id: owner.storeId,
        login_id: owner.loginId,
        ...(owner.passwordChangedAt && { password_changed_at: owner.passwordChangedAt.getTime() }),
      },
      {
        algorithm: ALGORITHM,
        issuer: ISSUER,
        audience,
        subject: owner.id,
        jwtid: randomUUID(),
        expiresIn: LIFETIME_SECONDS,
      },
    );
  }

  /**
   * Whom the request's Bearer token names; null without one, or where anything about it is wrong. Whether that account
   * and login still stand is RequestOwners' to say.
   */
  async ownerOf(request: Request, audience: Audience): Promise<TokenOwner | null> {
    if (!hasBearer(request)) return null;
    for (const strategy of this.strategies.get(audience) ?? []) {
      const owner = await authenticate(strategy, request);
      if (owner !== null) return owner;
    }
    return null;
  }
}

// RFC 9110, 11.1: a scheme's case does not matter. Read otherwise a token would count as none, and its bearer as a guest.
const BEARER = /^Bearer\s/i;

/** Whether the request shows a token, right or wrong. */
export function hasBearer(request: Request): boolean {
  return BEARER.test(request.headers.authorization ?? '');
}

function strategyFor(audience: Audience, key: KeyObject): Strategy {
  const options: StrategyOptionsWithoutRequest = {
    jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
    // passport-jwt hands it on unread; only its types know no KeyObject.
    secretOrKeyProvider: (_request, _token, done) => done(null, key as unknown as Buffer),
    algorithms: [ALGORITHM],
    issuer: ISSUER,
    audience,
  };
  return new Strategy(options, (payload: unknown, done) => done(null, ownerIn(payload) ?? false));
}

function ownerIn(payload: unknown): TokenOwner | null {
  if (typeof payload !== 'object' || payload === null) return null;
  const claims = payload as Record<string, unknown>;
  const { sub, store_id, exp, password_changed_at: at } = claims;
  const isComplete = typeof sub === 'string' && typeof store_id === 'string' && typeof exp === 'number';
  if (!isComplete || !isUuid(sub) || !isUuid(store_id)) return null;
  return { id: sub, storeId: store_id, passwordChangedAt: timeIn(at), loginId: loginIn(claims) };
}

/** The first version's tokens name no login: each is one of its own, by its own id. */
function loginIn({ login_id, jti }: Record<string, unknown>): string | null {
  const id = login_id === undefined ? jti : login_id;
  return typeof id === 'string' && isUuid(id) ? id : null;
}

function timeIn(claim: unknown): Date | null {
  return typeof claim === 'number' ? new Date(claim) : null;
}

/** Runs a passport strategy on its own: the token is optional here, and who fails is simply nobody. */
function authenticate(strategy: Strategy, request: Request): Promise<TokenOwner | null> {
  return new Promise((done) => {
    const run = Object.create(strategy) as Strategy;
    run.success = (owner: unknown) => done(owner as TokenOwner);
    run.fail = () => done(null);
    run.error = () => done(null);
    run.authenticate(request);
  });
}
