import { Injectable } from '@nestjs/common';
import { mustChange, sql, type Queryable, type Statement, type Tx } from '@tandem/database';
import { TABLE, type AccountRef, type Actor } from '../account';
import type { PasswordTime } from './same-password';

/** What an account logs in with. */
export interface Credentials extends PasswordTime {
  readonly id: string;
  /** Null where no password was ever set: no login is possible. */
  readonly hash: string | null;
}

/** What a new password changes of its account. */
export interface PasswordChange extends PasswordTime {
  readonly updatedAt: Date;
}

type Query = 'find' | 'lock' | 'findByEmail' | 'findStores' | 'setPassword';

const COLUMNS = `id, password_hash AS hash, password_changed_at AS "passwordChangedAt"`;

const statements = (actor: Actor): Record<Query, Statement> => ({
  find: sql(
    `find credentials of ${actor}`,
    `SELECT ${COLUMNS} FROM ${TABLE[actor]} WHERE store_id = $1 AND id = $2`,
  ),
  lock: sql(
    `lock credentials of ${actor}`,
    `SELECT ${COLUMNS} FROM ${TABLE[actor]} WHERE store_id = $1 AND id = $2 FOR NO KEY UPDATE`,
  ),
  findByEmail: sql(
    `find credentials of ${actor} by email`,
    `SELECT ${COLUMNS} FROM ${TABLE[actor]} WHERE store_id = $1 AND email = lower($2)`,
  ),
  // Anyone can register any email in another store: that must not lock its account out of its own store.
  findStores: sql(
    `find stores with login of ${actor}`,
    `WITH account AS (
       SELECT store_id FROM ${TABLE[actor]} WHERE email = lower($1) AND password_hash IS NOT NULL LIMIT 2)
     SELECT store_id AS "storeId" FROM account
     UNION SELECT store_id FROM registrations
       WHERE actor = '${actor}' AND email = lower($1) AND expires_at > now() AND NOT EXISTS (SELECT 1 FROM account)
     LIMIT 2`,
  ),
  // Two passwords of an account must not share a time, even within a millisecond: a token names its password by it.
  setPassword: sql(
    `set password of ${actor}`,
    `UPDATE ${TABLE[actor]} SET password_hash = $3, updated_at = now(), password_changed_at = next.at
       FROM (SELECT greatest($4::timestamptz, password_changed_at + interval '1 millisecond') AS at
               FROM ${TABLE[actor]} WHERE store_id = $1 AND id = $2) next
      WHERE store_id = $1 AND id = $2
     RETURNING password_changed_at AS "passwordChangedAt", updated_at AS "updatedAt"`,
  ),
});

const STATEMENTS = { customer: statements('customer'), user: statements('user') };

/** The password columns of customers and of admin_users: both tables have the same ones. */
@Injectable()
export class CredentialsRepository {
  findById(on: Queryable, { actor, storeId, id }: AccountRef): Promise<Credentials | null> {
    return findOne(on, STATEMENTS[actor].find, [storeId, id]);
  }

  /** Locks the account and its logins against every other change until `tx` ends. */
  lockForUpdate(tx: Tx, { actor, storeId, id }: AccountRef): Promise<Credentials | null> {
    return findOne(tx, STATEMENTS[actor].lock, [storeId, id]);
  }

  findByEmail(on: Queryable, actor: Actor, storeId: string, email: string): Promise<Credentials | null> {
    return findOne(on, STATEMENTS[actor].findByEmail, [storeId, email]);
  }

  /** The only store where the email has a login or, if it has none, is registered for one; null for none or several. */
  async findOnlyStore(on: Queryable, actor: Actor, email: string): Promise<string | null> {
    const [first, second] = await on.query<{ storeId: string }>(STATEMENTS[actor].findStores, [email]);
    return first && !second ? first.storeId : null;
  }

  /** The account must be locked. */
  async setPassword(tx: Tx, { actor, storeId, id }: AccountRef, hash: string): Promise<PasswordChange> {
    const values = [storeId, id, hash, new Date()];
    const [changed] = await tx.query<PasswordChange>(STATEMENTS[actor].setPassword, values);
    return mustChange(changed, `the password of ${actor} ${id}`);
  }
}

async function findOne(on: Queryable, statement: Statement, values: unknown[]): Promise<Credentials | null> {
  const [found] = await on.query<Credentials>(statement, values);
  return found ?? null;
}
