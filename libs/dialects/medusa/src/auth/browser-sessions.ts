import { Injectable } from '@nestjs/common';
import { LogOut, CreateLoginSession } from '@tandem/logins';
import type { LoginSession } from '@tandem/auth';
import type { RequestContext } from '@tandem/context';
import type { Request } from 'express';
import { CookieSessions } from './cookie-sessions';

/** Logs a browser in and out: the act stores the session, the cookie identifies it. */
@Injectable()
export class BrowserSessions {
  constructor(
    private readonly createLoginSession: CreateLoginSession,
    private readonly logOut: LogOut,
    private readonly cookies: CookieSessions,
  ) {}

  create(ctx: RequestContext, request: Request): Promise<LoginSession> {
    return this.cookies.begin(request, (sessionId) => this.createLoginSession.run(ctx, sessionId));
  }

  /** Ends the login before the cookie: if one fails, the browser can retry. */
  async destroy(ctx: RequestContext, request: Request): Promise<void> {
    await this.logOut.run(ctx);
    await this.cookies.destroy(request);
  }
}
