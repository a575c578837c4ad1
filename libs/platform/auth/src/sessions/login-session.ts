import type { Request } from 'express';
import type { TokenOwner } from '../tokens/token-owner';

/** Whom a cookie stands for, and which API it opens. One that the first version opened has no `loginId`. */
export interface LoginSession extends TokenOwner {
  readonly audience: 'store' | 'admin';
}

declare module 'express-session' {
  interface SessionData {
    login?: LoginSession;
  }
}

/** Null without a cookie, or where what it names has ended. */
export function loginSessionOf(request: Request): LoginSession | null {
  // express-session's type says that each request has one; it is there only where its middleware ran.
  const { session }: Partial<Pick<Request, 'session'>> = request;
  return session?.login ?? null;
}
