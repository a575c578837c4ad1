import { Injectable } from '@nestjs/common';
import { hashPassword } from '@tandem/auth';
import { Database, sql } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { AdminUser } from './customer';

const COLUMNS = `id, email, first_name AS "firstName", last_name AS "lastName", avatar_url AS "avatarUrl", metadata,
  password_changed_at AS "passwordChangedAt", created_at AS "createdAt", updated_at AS "updatedAt"`;

const INSERT = sql(
  'insert admin',
  `INSERT INTO admin_users (store_id, id, email, password_hash) VALUES ($1, $2, lower($3), $4) RETURNING ${COLUMNS}`,
);

const FIND_BY_EMAIL = sql(
  'find admin by email',
  `SELECT ${COLUMNS} FROM admin_users WHERE store_id = $1 AND email = lower($2)`,
);

/** Whoever runs a store. */
@Injectable()
export class AdminsRepository {
  constructor(private readonly database: Database) {}

  async add(storeId: string, { email, password }: { email: string; password: string }): Promise<AdminUser> {
    const values = [storeId, newId(), email, await hashPassword(password)];
    const [admin] = await this.database.query<AdminUser>(INSERT, values);
    if (!admin) throw new Error('an INSERT without ON CONFLICT returns its row');
    return admin;
  }

  async findByEmail(storeId: string, email: string): Promise<AdminUser | null> {
    const [admin] = await this.database.query<AdminUser>(FIND_BY_EMAIL, [storeId, email]);
    return admin ?? null;
  }
}
