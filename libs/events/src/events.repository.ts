import { Injectable } from '@nestjs/common';
import { Database, sql, type Tx } from '@tandem/database';
import type { NewEvent, OutboxEvent } from './event';

const INSERT_EVENTS = sql(
  'insert events',
  `INSERT INTO events (store_id, id, order_id, type, facts)
   SELECT (e->>'storeId')::uuid, (e->>'id')::uuid, (e->>'orderId')::uuid, e->>'type', e->'payload'
     FROM jsonb_array_elements($1::jsonb) e RETURNING created_at AS "createdAt"`,
);

const SWEEP = sql(
  'sweep events',
  `DELETE FROM events WHERE (store_id, id) IN (
     SELECT store_id, id FROM events WHERE created_at < now() - interval '30 days' LIMIT $1 FOR UPDATE SKIP LOCKED)
   RETURNING 1 AS one`,
);

@Injectable()
export class EventsRepository {
  constructor(private readonly database: Database) {}

  /** All happen at the time of their transaction. */
  async insert(tx: Tx, events: readonly (NewEvent & { readonly id: string })[]): Promise<OutboxEvent[]> {
    const [row] = await tx.query<{ createdAt: Date }>(INSERT_EVENTS, [JSON.stringify(events)]);
    const createdAt = row?.createdAt ?? new Date();
    return events.map((event) => ({ ...event, createdAt }));
  }

  /** Deletes at most `limit` that are older than 30 days, with all that hangs on them; how many it were. */
  async sweep(limit: number): Promise<number> {
    return (await this.database.query(SWEEP, [limit])).length;
  }
}
