import { Injectable } from '@nestjs/common';
import { Database, sweep, sweepOf } from '@tandem/database';

const SWEEPS = ['refresh_tokens', 'registrations', 'ended_logins'].map((table) =>
  sweepOf(table, 'expires_at'),
);

/** Refresh tokens, registrations and ended logins whose time is over. */
@Injectable()
export class ExpiredLoginsRepository {
  constructor(private readonly database: Database) {}

  /** Deletes about `limit` of each, of all stores; how many it were. */
  async sweep(limit: number): Promise<number> {
    let swept = 0;
    for (const each of SWEEPS) swept += await sweep(this.database, each, limit);
    return swept;
  }
}
