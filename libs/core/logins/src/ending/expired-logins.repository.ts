import { Injectable } from '@nestjs/common';
import { Database, sweep, sweepOf } from '@tandem/database';

const TABLES = ['refresh_tokens', 'registrations', 'ended_logins', 'login_sessions'];
const SWEEPS = TABLES.map((table) => sweepOf(table, 'expires_at'));

/** Expired refresh tokens, registrations, ended logins and cookie sessions. */
@Injectable()
export class ExpiredLoginsRepository {
  constructor(private readonly database: Database) {}

  /** Deletes about `limit` rows of each table, in all stores; returns how many were deleted. */
  async deleteExpired(limit: number): Promise<number> {
    let deleted = 0;
    for (const statement of SWEEPS) deleted += await sweep(this.database, statement, limit);
    return deleted;
  }
}
