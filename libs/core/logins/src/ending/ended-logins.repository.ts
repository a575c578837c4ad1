import { Injectable } from '@nestjs/common';
import { sql, type Queryable, type Tx } from '@tandem/database';

// Longer than a JWT's hour. Cookies and refresh tokens live longer, but have rows of their own that end.
const EXPIRY = `now() + interval '1 day'`;

const INSERT = sql(
  'insert ended login',
  `INSERT INTO ended_logins (store_id, id, expires_at) VALUES ($1, $2, ${EXPIRY}) ON CONFLICT DO NOTHING`,
);

const FIND = sql('find ended login', `SELECT id FROM ended_logins WHERE store_id = $1 AND id = $2`);

/** Logins that ended before their JWTs expire. */
@Injectable()
export class EndedLoginsRepository {
  async insert(tx: Tx, storeId: string, loginId: string): Promise<void> {
    await tx.query(INSERT, [storeId, loginId]);
  }

  async isEnded(on: Queryable, storeId: string, loginId: string | null): Promise<boolean> {
    return loginId !== null && (await on.query(FIND, [storeId, loginId])).length > 0;
  }
}
