import { Injectable } from '@nestjs/common';
import { mustChange, sql, type Queryable, type Statement, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { AdminUser } from './admin-user';

export const ADMIN_USER_COLUMNS = `id, email, first_name AS "firstName", last_name AS "lastName", avatar_url AS "avatarUrl", metadata,
  password_changed_at AS "passwordChangedAt", created_at AS "createdAt", updated_at AS "updatedAt"`;

const INSERT = sql(
  'insert admin',
  `INSERT INTO admin_users (store_id, id, email, password_hash) VALUES ($1, $2, lower($3), $4) RETURNING ${ADMIN_USER_COLUMNS}`,
);

// No row is returned where the email is taken.
const INSERT_INVITED = sql(
  'insert invited admin',
  `INSERT INTO admin_users (store_id, id, email, password_hash, first_name, last_name) VALUES ($1, $2, lower($3), $4, $5, $6)
   ON CONFLICT DO NOTHING RETURNING ${ADMIN_USER_COLUMNS}`,
);

const FIND_BY_EMAIL = sql(
  'find admin by email',
  `SELECT ${ADMIN_USER_COLUMNS} FROM admin_users WHERE store_id = $1 AND email = lower($2)`,
);

const FIND = sql(
  'find admin',
  `SELECT ${ADMIN_USER_COLUMNS} FROM admin_users WHERE store_id = $1 AND id = $2`,
);

const LOCK = sql(
  'lock admin',
  `SELECT ${ADMIN_USER_COLUMNS} FROM admin_users WHERE store_id = $1 AND id = $2 FOR NO KEY UPDATE`,
);

const UPDATE = sql(
  'update admin',
  `UPDATE admin_users SET first_name = $3, last_name = $4, avatar_url = $5, metadata = $6, updated_at = now()
    WHERE store_id = $1 AND id = $2 RETURNING ${ADMIN_USER_COLUMNS}`,
);

const LOCK_ALL = sql(
  'lock admins',
  `SELECT id FROM admin_users WHERE store_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE`,
);

const DELETE = sql(
  'delete admin',
  `DELETE FROM admin_users WHERE store_id = $1 AND id = $2 RETURNING ${ADMIN_USER_COLUMNS}`,
);

const FIND_IN_ALL_STORES = sql(
  'find admins by email',
  `SELECT store_id AS "storeId", id FROM admin_users WHERE email = lower($1) ORDER BY store_id`,
);

@Injectable()
export class AdminUsersRepository {
  async insert(
    tx: Tx,
    storeId: string,
    { email, hash }: { email: string; hash: string },
  ): Promise<AdminUser> {
    const user = await findOne(tx, INSERT, [storeId, newId(), email, hash]);
    return mustChange(user, `the new user ${email}`);
  }

  /** Null where the email is taken. */
  insertInvited(
    tx: Tx,
    storeId: string,
    user: Pick<AdminUser, 'id' | 'email' | 'firstName' | 'lastName'> & { readonly hash: string },
  ): Promise<AdminUser | null> {
    const values = [storeId, user.id, user.email, user.hash, user.firstName, user.lastName];
    return findOne(tx, INSERT_INVITED, values);
  }

  findById(on: Queryable, storeId: string, id: string): Promise<AdminUser | null> {
    return findOne(on, FIND, [storeId, id]);
  }

  findByEmail(on: Queryable, storeId: string, email: string): Promise<AdminUser | null> {
    return findOne(on, FIND_BY_EMAIL, [storeId, email]);
  }

  /** For the command line, which knows no store. */
  findInAllStores(on: Queryable, email: string): Promise<{ storeId: string; id: string }[]> {
    return on.query(FIND_IN_ALL_STORES, [email]);
  }

  /** Locks the account against every other change until `tx` ends. */
  lockForUpdate(tx: Tx, storeId: string, id: string): Promise<AdminUser | null> {
    return findOne(tx, LOCK, [storeId, id]);
  }

  /** Locks those that exist, ordered by id so that two transactions cannot deadlock; returns their ids. */
  async lockAll(tx: Tx, storeId: string, ids: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(LOCK_ALL, [storeId, ids]);
    return rows.map(({ id }) => id);
  }

  /** Its row must be locked. */
  async update(tx: Tx, storeId: string, user: AdminUser): Promise<AdminUser> {
    const { id, firstName, lastName, avatarUrl, metadata } = user;
    const values = [storeId, id, firstName, lastName, avatarUrl, JSON.stringify(metadata)];
    return mustChange(await findOne(tx, UPDATE, values), `user ${id}`);
  }

  /** Returns who was deleted; null where there is no such user. */
  delete(tx: Tx, storeId: string, id: string): Promise<AdminUser | null> {
    return findOne(tx, DELETE, [storeId, id]);
  }
}

async function findOne(
  on: Queryable,
  statement: Statement,
  values: readonly unknown[],
): Promise<AdminUser | null> {
  const [user] = await on.query<AdminUser>(statement, values);
  return user ?? null;
}
