import type { KeyObject } from 'node:crypto';
import { PassportStrategy } from '@nestjs/passport';
import { isUuid } from '@tandem/ids';
import { propertiesOf } from '@tandem/objects';
import type { Request } from 'express';
import { Authenticator } from 'passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import type { Audience, TokenOwner } from './token-owner';

export const ISSUER = 'tandem';
// One algorithm, set for signing and for checking, so that no token header can choose another.
export const ALGORITHM = 'HS256';

/** Checks the JWTs of one audience with one key. */
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor(audience: Audience, key: KeyObject) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      // passport-jwt passes it on unread; only its types do not allow a KeyObject.
      secretOrKeyProvider: (_request, _token, done) => done(null, key as unknown as Buffer),
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience,
    });
  }

  validate(payload: unknown): TokenOwner | false {
    return ownerIn(payload) ?? false;
  }

  /** Its own instance instead of passport's global one: two servers in one process have different keys. */
  getPassportInstance() {
    return new Authenticator();
  }

  /**
   * The owner of the request's token; null for none, or an invalid one. Does what passport's `authenticate` does for one
   * strategy, without its overhead for each request (docs/adr/0034-passport-jwt.md).
   */
  findOwner(request: Request): Promise<TokenOwner | null> {
    return new Promise((done) => {
      const attempt = Object.create(this) as JwtStrategy;
      attempt.success = (owner: TokenOwner) => done(owner);
      attempt.fail = () => done(null);
      attempt.error = () => done(null);
      attempt.authenticate(request);
    });
  }
}

function ownerIn(payload: unknown): TokenOwner | null {
  const claims = propertiesOf(payload);
  const { sub, store_id, exp, password_changed_at: at } = claims;
  const isComplete = typeof sub === 'string' && typeof store_id === 'string' && typeof exp === 'number';
  if (!isComplete || !isUuid(sub) || !isUuid(store_id)) return null;
  return { id: sub, storeId: store_id, passwordChangedAt: timeIn(at), loginId: loginIn(claims) };
}

/** Tokens of the first version name no login: each counts as its own login, by its jti. */
function loginIn({ login_id, jti }: Record<string, unknown>): string | null {
  const id = login_id === undefined ? jti : login_id;
  return typeof id === 'string' && isUuid(id) ? id : null;
}

function timeIn(claim: unknown): Date | null {
  return typeof claim === 'number' ? new Date(claim) : null;
}
