import type { LoginSessions } from '@tandem/logins';
import { Store, type SessionData } from 'express-session';

type StoreCallback = (error?: unknown, session?: SessionData | null) => void;

/**
 * express-session's view of our table. CreateLoginSession writes a session, under the account's lock, so nothing is
 * written here: a request in flight cannot restore a session that a logout or a new password ended.
 */
export class SessionStore extends Store {
  constructor(private readonly sessions: LoginSessions) {
    super();
  }

  override get(sessionId: string, done: StoreCallback): void {
    this.read(sessionId).then((session) => done(null, session), done);
  }

  override set(_sessionId: string, _session: SessionData, done?: StoreCallback): void {
    done?.();
  }

  override destroy(sessionId: string, done?: StoreCallback): void {
    const destroy = (error?: unknown): void => done?.(error);
    this.sessions.revoke(sessionId).then(() => destroy(), destroy);
  }

  private async read(sessionId: string): Promise<SessionData | null> {
    const found = await this.sessions.find(sessionId);
    if (found === null) return null;
    const { expiresAt, ...login } = found;
    return { cookie: { originalMaxAge: null, expires: expiresAt }, login };
  }
}
