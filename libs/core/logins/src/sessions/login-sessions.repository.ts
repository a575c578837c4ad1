import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LoginSession } from '@tandem/auth';
import { Database, sql, type Tx } from '@tandem/database';

/** A working day. */
export const SESSION_HOURS = 10;

const INSERT = sql(
  'insert login session',
  `INSERT INTO login_sessions (store_id, id_hash, audience, owner_id, password_changed_at, login_id, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, now() + interval '${SESSION_HOURS} hours')`,
);

const FIND = sql(
  'find login session',
  `SELECT store_id AS "storeId", audience, owner_id AS "id", password_changed_at AS "passwordChangedAt",
     login_id AS "loginId", expires_at AS "expiresAt"
   FROM login_sessions WHERE id_hash = $1 AND expires_at > now()`,
);

const END = sql('end login session', `DELETE FROM login_sessions WHERE store_id = $1 AND id_hash = $2`);

const END_ALL = sql(
  'end login sessions of owner',
  `DELETE FROM login_sessions WHERE store_id = $1 AND owner_id = $2`,
);

const END_OF_LOGIN = sql(
  'end login sessions of login',
  `DELETE FROM login_sessions WHERE store_id = $1 AND login_id = $2`,
);

/** A session that has not ended. */
export type StoredSession = LoginSession & { readonly expiresAt: Date };

/** Only the SHA-256 of a session's id is stored: a copy of the table is no use for logging in. */
@Injectable()
export class LoginSessionsRepository {
  constructor(private readonly database: Database) {}

  /** The account must be locked, so that a concurrent new password ends this session too. */
  async insert(tx: Tx, sessionId: string, session: LoginSession): Promise<void> {
    const { storeId, audience, id, passwordChangedAt, loginId } = session;
    await tx.query(INSERT, [storeId, hash(sessionId), audience, id, passwordChangedAt, loginId]);
  }

  /** Null for a session that never existed, has ended or has expired. */
  async findById(sessionId: string): Promise<StoredSession | null> {
    const [found] = await this.database.query<StoredSession>(FIND, [hash(sessionId)]);
    return found ?? null;
  }

  async delete(storeId: string, sessionId: string): Promise<void> {
    await this.database.query(END, [storeId, hash(sessionId)]);
  }

  /** Ends all sessions of one login. */
  async endOfLogin(tx: Tx, storeId: string, loginId: string): Promise<void> {
    await tx.query(END_OF_LOGIN, [storeId, loginId]);
  }

  /** Ends all sessions of an account. */
  async endAll(tx: Tx, storeId: string, ownerId: string): Promise<void> {
    await tx.query(END_ALL, [storeId, ownerId]);
  }
}

function hash(sessionId: string): Buffer {
  return createHash('sha256').update(sessionId).digest();
}
