import { Injectable } from '@nestjs/common';
import { hashPassword } from '@tandem/auth';
import { Database, sql } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { AdminUser } from './customer';

const INSERT = sql(
  'insert admin',
  `INSERT INTO admin_users (store_id, id, email, password_hash) VALUES ($1, $2, lower($3), $4)`,
);

const FIND_BY_EMAIL = sql(
  'find admin by email',
  `SELECT id, email FROM admin_users WHERE store_id = $1 AND email = lower($2)`,
);

/** Whoever runs a store. */
@Injectable()
export class AdminsRepository {
  constructor(private readonly database: Database) {}

  async add(storeId: string, { email, password }: { email: string; password: string }): Promise<AdminUser> {
    const id = newId();
    await this.database.query(INSERT, [storeId, id, email, await hashPassword(password)]);
    return { id, email: email.toLowerCase() };
  }

  async findByEmail(storeId: string, email: string): Promise<AdminUser | null> {
    const [admin] = await this.database.query<AdminUser>(FIND_BY_EMAIL, [storeId, email]);
    return admin ?? null;
  }
}
