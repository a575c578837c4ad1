import { Injectable } from '@nestjs/common';
import { Database, sql } from '@tandem/database';

// The inserted row carries the database's time for the update; ON CONFLICT cannot call now() everywhere.
const COUNT = sql(
  'count requests',
  `INSERT INTO rate_limits AS counted (key, points, expire)
   VALUES ($1, $2, (extract(epoch FROM clock_timestamp()) * 1000)::bigint + $3::bigint)
   ON CONFLICT (key) DO UPDATE SET
     points = CASE WHEN counted.expire <= excluded.expire - $3::bigint THEN excluded.points
       ELSE counted.points + excluded.points END,
     expire = CASE WHEN counted.expire <= excluded.expire - $3::bigint THEN excluded.expire ELSE counted.expire END
   RETURNING points AS total, (expire - extract(epoch FROM clock_timestamp()) * 1000)::int AS "msLeft"`,
);

const SWEEP = sql(
  'sweep rate limits',
  `DELETE FROM rate_limits WHERE key = ANY (ARRAY(
     SELECT key FROM rate_limits WHERE expire < (extract(epoch FROM now()) * 1000)::bigint
      ORDER BY expire LIMIT $1 FOR UPDATE SKIP LOCKED))
   RETURNING 1 AS one`,
);

/** A client's requests in its window. */
export interface Counted {
  readonly total: number;
  /** Milliseconds until the window ends. */
  readonly msLeft: number;
}

@Injectable()
export class RateLimitsRepository {
  constructor(private readonly database: Database) {}

  /** Adds requests to a client's window, or starts one. */
  async count(key: string, requests: number, windowMs: number): Promise<Counted> {
    const [counted] = await this.database.query<Counted>(COUNT, [key, requests, windowMs]);
    if (!counted) throw new Error('no count was returned');
    return counted;
  }

  /** Deletes up to `limit` ended windows; returns how many. */
  async sweep(limit: number): Promise<number> {
    return (await this.database.query(SWEEP, [limit])).length;
  }
}
