import { Injectable } from '@nestjs/common';
import { Database, sql } from '@tandem/database';

// A new row carries the time, by the database's clock, for one that is there; now() may not stand in ON CONFLICT everywhere.
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
  /** Until the window ends. */
  readonly msLeft: number;
}

@Injectable()
export class RateLimitsRepository {
  constructor(private readonly database: Database) {}

  /** Adds requests to a client's window, or opens it with them. */
  async count(key: string, requests: number, windowMs: number): Promise<Counted> {
    const [counted] = await this.database.query<Counted>(COUNT, [key, requests, windowMs]);
    if (!counted) throw new Error('requests were not counted');
    return counted;
  }

  /** Deletes at most `limit` windows that have ended; how many it were. */
  async sweep(limit: number): Promise<number> {
    return (await this.database.query(SWEEP, [limit])).length;
  }
}
