import { Injectable } from '@nestjs/common';
import { LoginSessionsRepository, type StoredSession } from './login-sessions.repository';

/** The sessions of cookies. `CreateLoginSession` creates them. */
@Injectable()
export class LoginSessions {
  constructor(private readonly sessions: LoginSessionsRepository) {}

  /** Null for a session that never existed, has ended or has expired. */
  find(sessionId: string): Promise<StoredSession | null> {
    return this.sessions.findById(sessionId);
  }

  async revoke(sessionId: string): Promise<void> {
    const found = await this.sessions.findById(sessionId);
    if (found) await this.sessions.delete(found.storeId, sessionId);
  }
}
