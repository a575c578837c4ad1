import type { Request } from 'express';
import type { TokenOwner } from '../tokens/token-owner';

/** The account of a session cookie, and the API that it is for. Sessions of the first version have no `loginId`. */
export interface LoginSession extends TokenOwner {
  readonly audience: 'store' | 'admin';
}

declare module 'express-session' {
  interface SessionData {
    login?: LoginSession;
  }
}

/** Null without a cookie, or if its session has ended. */
export function loginSessionOf(request: Request): LoginSession | null {
  // express-session's type says that each request has one; in fact only where its middleware ran.
  const { session }: Partial<Pick<Request, 'session'>> = request;
  return session?.login ?? null;
}
