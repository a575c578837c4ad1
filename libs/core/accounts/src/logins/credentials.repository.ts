import { Injectable } from '@nestjs/common';
import { sql, type Queryable, type Statement, type Tx } from '@tandem/database';
import { TABLE, type Actor } from '../actor';

/** What an account is entered by. */
export interface Credentials {
  readonly id: string;
  /** Null where no password was ever set: nobody can log in. */
  readonly hash: string | null;
  readonly passwordChangedAt: Date | null;
}

const COLUMNS = `id, password_hash AS hash, password_changed_at AS "passwordChangedAt"`;

const statements = (actor: Actor): Record<'find' | 'lock' | 'findByEmail' | 'stores', Statement> => ({
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
  // Anybody can register any email in another store: that must not keep its account out of its own.
  stores: sql(
    `find stores with login of ${actor}`,
    `WITH account AS (
       SELECT store_id FROM ${TABLE[actor]} WHERE email = lower($1) AND password_hash IS NOT NULL LIMIT 2)
     SELECT store_id AS "storeId" FROM account
     UNION SELECT store_id FROM registrations
       WHERE actor = '${actor}' AND email = lower($1) AND expires_at > now() AND NOT EXISTS (SELECT 1 FROM account)
     LIMIT 2`,
  ),
});

const OF = { customer: statements('customer'), user: statements('user') };

/** Customers' and users' credentials, which are of one form. */
@Injectable()
export class CredentialsRepository {
  find(on: Queryable, actor: Actor, storeId: string, id: string): Promise<Credentials | null> {
    return one(on, OF[actor].find, [storeId, id]);
  }

  /** Holds the account, with its logins, against every other change until `tx` ends. */
  lock(tx: Tx, actor: Actor, storeId: string, id: string): Promise<Credentials | null> {
    return one(tx, OF[actor].lock, [storeId, id]);
  }

  findByEmail(on: Queryable, actor: Actor, storeId: string, email: string): Promise<Credentials | null> {
    return one(on, OF[actor].findByEmail, [storeId, email]);
  }

  /** The store in which an email has a login or, where it has none, is registered for one; null for none, and for several. */
  async onlyStoreOf(on: Queryable, actor: Actor, email: string): Promise<string | null> {
    const [first, second] = await on.query<{ storeId: string }>(OF[actor].stores, [email]);
    return first && !second ? first.storeId : null;
  }
}

async function one(on: Queryable, statement: Statement, values: unknown[]): Promise<Credentials | null> {
  const [found] = await on.query<Credentials>(statement, values);
  return found ?? null;
}

/** Whether the password is still the one that a login was made with. */
export function isSamePassword(
  now: Pick<Credentials, 'passwordChangedAt'>,
  then: Pick<Credentials, 'passwordChangedAt'>,
): boolean {
  return now.passwordChangedAt?.getTime() === then.passwordChangedAt?.getTime();
}
