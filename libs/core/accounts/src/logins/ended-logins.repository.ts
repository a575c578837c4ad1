import { Injectable } from '@nestjs/common';
import { sql, type Queryable, type Tx } from '@tandem/database';

// A token lives for an hour. Cookies and refresh tokens, which live longer, end with their own rows.
const EXPIRY = `now() + interval '1 day'`;

const INSERT = sql(
  'insert ended login',
  `INSERT INTO ended_logins (store_id, id, expires_at) VALUES ($1, $2, ${EXPIRY}) ON CONFLICT DO NOTHING`,
);

// Each logout clears a few that are over, so that none stays for long and nobody clears many.
const SWEEP = sql(
  'sweep ended logins',
  `DELETE FROM ended_logins WHERE (store_id, id) IN (
     SELECT store_id, id FROM ended_logins WHERE expires_at < now() LIMIT 100 FOR UPDATE SKIP LOCKED)`,
);

const FIND = sql('find ended login', `SELECT id FROM ended_logins WHERE store_id = $1 AND id = $2`);

/** Logins that were ended before their tokens expire. */
@Injectable()
export class EndedLoginsRepository {
  async insert(tx: Tx, storeId: string, loginId: string): Promise<void> {
    await tx.query(SWEEP, []);
    await tx.query(INSERT, [storeId, loginId]);
  }

  async isEnded(on: Queryable, storeId: string, loginId: string | null): Promise<boolean> {
    return loginId !== null && (await on.query(FIND, [storeId, loginId])).length > 0;
  }
}
