import { Injectable } from '@nestjs/common';
import { CookieKeys, type LoginSession } from '@tandem/auth';
import { LoginSessions, SESSION_HOURS } from '@tandem/logins';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import { SessionStore } from './session-store';

// Medusa's own name.
const COOKIE = 'connect.sid';
const COOKIE_OPTIONS = { path: '/', httpOnly: true, sameSite: 'lax' } as const;
// Express matches routes in any case, and with a trailing slash.
const LOGIN_PATH = /^\/auth\/session\/?$/i;
const OTHER_PATHS = /^\/(api|docs|health)\//i;

/** Logins by session cookie. */
@Injectable()
export class CookieSessions {
  private readonly read: RequestHandler;

  constructor(sessions: LoginSessions, keys: CookieKeys) {
    this.read = session({
      name: COOKIE,
      // The first signs; all are accepted.
      secret: [...keys.inOrder],
      store: new SessionStore(sessions),
      resave: false,
      saveUninitialized: false,
      rolling: false,
      cookie: { ...COOKIE_OPTIONS, secure: 'auto', maxAge: SESSION_HOURS * 3_600_000 },
    });
  }

  /** Reads the session cookie on Medusa's paths; other requests are passed on untouched. */
  readonly middleware = (request: Request, response: Response, next: NextFunction): void => {
    const isNeeded =
      LOGIN_PATH.test(request.path) || (request.headers.cookie?.includes(`${COOKIE}=`) ?? false);
    if (isNeeded && !OTHER_PATHS.test(request.path)) this.read(request, response, next);
    else next();
  };

  /**
   * Logs the browser in under a new session id, against session fixation; `create` stores it. If `create` throws, no
   * cookie is set.
   */
  async begin<T extends LoginSession>(
    request: Request,
    create: (sessionId: string) => Promise<T>,
  ): Promise<T> {
    await promised((next) => request.session.regenerate(next));
    try {
      const login = await create(request.sessionID);
      request.session.login = login;
      return login;
    } catch (error) {
      await promised((next) => request.session.destroy(next));
      throw error;
    }
  }

  /** Ends the session; a copied cookie no longer works. */
  async destroy(request: Request): Promise<void> {
    await promised((next) => request.session.destroy(next));
    request.res?.clearCookie(COOKIE, COOKIE_OPTIONS);
  }
}

function promised(work: (next: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    work((error) => (error ? reject(error) : resolve()));
  });
}
