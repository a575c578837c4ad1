import { hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import { AUTH_SECRETS, secretsInOrder, type AuthSecrets } from '../secrets/auth-secrets';
import { KeptSessions } from './kept-sessions';
import type { LoginSession } from './login-session';
import { LoginSessions, SESSION_HOURS } from './login-sessions.repository';

// Medusa's own.
const COOKIE = 'connect.sid';
const PLACE = { path: '/', httpOnly: true, sameSite: 'lax' } as const;
// Express finds a route in any case, and with a slash at its end.
const LOGIN = /^\/auth\/session\/?$/i;

/** Logins that a browser keeps in a cookie (Medusa). */
@Injectable()
export class CookieSessions {
  private readonly read: RequestHandler;

  constructor(sessions: LoginSessions, @Inject(AUTH_SECRETS) secrets: AuthSecrets) {
    this.read = session({
      name: COOKIE,
      // The first signs, each is accepted.
      secret: secretsInOrder(secrets.jwtSecret, secrets.jwtSecretPrevious).map(cookieKey),
      store: new KeptSessions(sessions),
      resave: false,
      saveUninitialized: false,
      rolling: false,
      cookie: { ...PLACE, secure: 'auto', maxAge: SESSION_HOURS * 3_600_000 },
    });
  }

  /** Reads the cookie where there is one on Medusa's paths; to every other request it is nothing. */
  readonly middleware = (request: Request, response: Response, next: NextFunction): void => {
    const isAsked = LOGIN.test(request.path) || (request.headers.cookie?.includes(`${COOKIE}=`) ?? false);
    if (isAsked && !/^\/(api|docs|health)\//i.test(request.path)) this.read(request, response, next);
    else next();
  };

  /**
   * Logs the browser in under a new id, so that an id somebody else planted opens nothing; `open` writes it down. What
   * `open` refuses leaves no cookie.
   */
  async begin<T extends LoginSession>(request: Request, open: (sessionId: string) => Promise<T>): Promise<T> {
    await done((next) => request.session.regenerate(next));
    try {
      const login = await open(request.sessionID);
      request.session.login = login;
      return login;
    } catch (error) {
      await done((next) => request.session.destroy(next));
      throw error;
    }
  }

  /** Ends the session for good: whoever has copied the cookie has nothing. */
  async end(request: Request): Promise<void> {
    await done((next) => request.session.destroy(next));
    request.res?.clearCookie(COOKIE, PLACE);
  }
}

/** Derives a key for this purpose alone (HKDF, RFC 5869). */
function cookieKey(secret: string): string {
  return Buffer.from(hkdfSync('sha256', secret, '', 'tandem: session cookies', 32)).toString('hex');
}

function done(work: (next: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    work((error) => (error ? reject(error) : resolve()));
  });
}
