import { Injectable } from '@nestjs/common';
import { Database, sql, type Queryable, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { AdminUser } from '../customers/customer';
import { nextPasswordTime } from '../logins/password-time.statement';

export const ADMIN_COLUMNS = `id, email, first_name AS "firstName", last_name AS "lastName", avatar_url AS "avatarUrl", metadata,
  password_changed_at AS "passwordChangedAt", created_at AS "createdAt", updated_at AS "updatedAt"`;

const INSERT = sql(
  'insert admin',
  `INSERT INTO admin_users (store_id, id, email, password_hash) VALUES ($1, $2, lower($3), $4) RETURNING ${ADMIN_COLUMNS}`,
);

// Null names are as good as none; an email that is taken gives no row.
const INSERT_INVITED = sql(
  'insert invited admin',
  `INSERT INTO admin_users (store_id, id, email, password_hash, first_name, last_name) VALUES ($1, $2, lower($3), $4, $5, $6)
   ON CONFLICT DO NOTHING RETURNING ${ADMIN_COLUMNS}`,
);

const FIND_BY_EMAIL = sql(
  'find admin by email',
  `SELECT ${ADMIN_COLUMNS} FROM admin_users WHERE store_id = $1 AND email = lower($2)`,
);

const FIND = sql('find admin', `SELECT ${ADMIN_COLUMNS} FROM admin_users WHERE store_id = $1 AND id = $2`);

const LOCK = sql(
  'lock admin',
  `SELECT ${ADMIN_COLUMNS} FROM admin_users WHERE store_id = $1 AND id = $2 FOR NO KEY UPDATE`,
);

const UPDATE = sql(
  'update admin',
  `UPDATE admin_users SET first_name = $3, last_name = $4, avatar_url = $5, metadata = $6, updated_at = now()
    WHERE store_id = $1 AND id = $2 RETURNING ${ADMIN_COLUMNS}`,
);

const LOCK_ALL = sql(
  'lock admins',
  `SELECT id FROM admin_users WHERE store_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE`,
);

// No two passwords of an account have one time, even within a millisecond: a token knows its password by that.
const SET_PASSWORD = sql(
  'set password of admin',
  `UPDATE admin_users SET password_hash = $3, updated_at = now(), password_changed_at = next.at
     FROM ${nextPasswordTime('admin_users', '$4')}
    WHERE store_id = $1 AND id = $2 RETURNING ${ADMIN_COLUMNS}`,
);

const DELETE = sql(
  'delete admin',
  `DELETE FROM admin_users WHERE store_id = $1 AND id = $2 RETURNING ${ADMIN_COLUMNS}`,
);

const FIND_ANYWHERE = sql(
  'find admins by email',
  `SELECT store_id AS "storeId", id FROM admin_users WHERE email = lower($1) ORDER BY store_id`,
);

/** Whoever runs a store. */
@Injectable()
export class AdminsRepository {
  constructor(private readonly database: Database) {}

  async add(tx: Tx, storeId: string, { email, hash }: { email: string; hash: string }): Promise<AdminUser> {
    const [admin] = await tx.query<AdminUser>(INSERT, [storeId, newId(), email, hash]);
    if (!admin) throw new Error('an INSERT without ON CONFLICT returns its row');
    return admin;
  }

  /** Null where the email is taken. */
  async insert(
    tx: Tx,
    storeId: string,
    user: Pick<AdminUser, 'id' | 'email' | 'firstName' | 'lastName'> & { readonly hash: string },
  ): Promise<AdminUser | null> {
    const values = [storeId, user.id, user.email, user.hash, user.firstName, user.lastName];
    const [admin] = await tx.query<AdminUser>(INSERT_INVITED, values);
    return admin ?? null;
  }

  async find(on: Queryable, storeId: string, id: string): Promise<AdminUser | null> {
    const [admin] = await on.query<AdminUser>(FIND, [storeId, id]);
    return admin ?? null;
  }

  /** Holds the account against every other change until `tx` ends. */
  async lock(tx: Tx, storeId: string, id: string): Promise<AdminUser | null> {
    const [admin] = await tx.query<AdminUser>(LOCK, [storeId, id]);
    return admin ?? null;
  }

  /** Its row is locked, so it is there. */
  async update(tx: Tx, storeId: string, user: AdminUser): Promise<AdminUser> {
    const { id, firstName, lastName, avatarUrl, metadata } = user;
    const values = [storeId, id, firstName, lastName, avatarUrl, JSON.stringify(metadata)];
    const [updated] = await tx.query<AdminUser>(UPDATE, values);
    return updated ?? user;
  }

  /** Holds those that are there against every other change, in one order; their ids. */
  async lockAll(tx: Tx, storeId: string, ids: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(LOCK_ALL, [storeId, ids]);
    return rows.map(({ id }) => id);
  }

  /** Null where there is none. Its row is locked. */
  async setPassword(
    tx: Tx,
    storeId: string,
    { id, hash }: { id: string; hash: string },
  ): Promise<AdminUser | null> {
    const [admin] = await tx.query<AdminUser>(SET_PASSWORD, [storeId, id, hash, new Date()]);
    return admin ?? null;
  }

  /** Who it was; null where there is none. */
  async delete(tx: Tx, storeId: string, id: string): Promise<AdminUser | null> {
    const [admin] = await tx.query<AdminUser>(DELETE, [storeId, id]);
    return admin ?? null;
  }

  /** In all stores, for the command line. */
  findAnywhere(email: string): Promise<{ storeId: string; id: string }[]> {
    return this.database.query(FIND_ANYWHERE, [email]);
  }

  async findByEmail(storeId: string, email: string): Promise<AdminUser | null> {
    const [admin] = await this.database.query<AdminUser>(FIND_BY_EMAIL, [storeId, email]);
    return admin ?? null;
  }
}
