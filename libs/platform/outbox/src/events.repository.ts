import { Injectable } from '@nestjs/common';
import { Database, sql, sweep, sweepOf, type Tx } from '@tandem/database';
import type { EventResource, NewEvent, NumberedEvent, OutboxEvent } from './event';

// Locks the counter's row until the transaction ends, so that of two transactions that publish for one order the second gets
// later positions, once the first is committed or rolled back. Orders are counted in a fixed order to avoid deadlocks.
const INSERT_EVENTS = sql(
  'insert events',
  `WITH published AS (
     SELECT $1::uuid AS store_id, (e->>'id')::uuid AS id, (e->>'orderId')::uuid AS order_id, e->>'type' AS type,
       e->'payload' AS facts, row_number() OVER (PARTITION BY e->>'orderId' ORDER BY nth DESC) AS from_last
       FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS given(e, nth)),
   counted AS (
     INSERT INTO order_event_counters AS c (store_id, order_id, last_position)
     SELECT store_id, order_id, count(*) FROM published GROUP BY store_id, order_id ORDER BY order_id
     ON CONFLICT (store_id, order_id) DO UPDATE SET last_position = c.last_position + excluded.last_position
     RETURNING store_id, order_id, last_position)
   INSERT INTO events (store_id, id, order_id, type, facts, position)
   SELECT p.store_id, p.id, p.order_id, p.type, p.facts, c.last_position - p.from_last + 1
     FROM published p JOIN counted c ON c.store_id = p.store_id AND c.order_id = p.order_id
   RETURNING id, position, created_at AS "createdAt"`,
);

const LOCK_ORDER = sql(
  'lock events of order',
  `INSERT INTO order_event_counters AS c (store_id, order_id, last_position) VALUES ($1, $2, 0)
   ON CONFLICT (store_id, order_id) DO UPDATE SET last_position = c.last_position`,
);

// Of two concurrent attempts the first is stored.
const STORE_RESOURCE = sql(
  'store resource of event',
  `UPDATE events SET resource = coalesce(resource, $3::json) WHERE store_id = $1 AND id = $2 RETURNING resource`,
);

const SWEEP = sweepOf('events', 'created_at', `now() - interval '30 days'`);

type Inserted = Pick<NumberedEvent, 'id' | 'position' | 'createdAt'>;

@Injectable()
export class EventsRepository {
  constructor(private readonly database: Database) {}

  /** Inserts events of one store. All get the transaction's time, in the order given. */
  async insert(
    tx: Tx,
    storeId: string,
    events: readonly (NewEvent & { readonly id: string })[],
  ): Promise<NumberedEvent[]> {
    const rows = await tx.query<Inserted>(INSERT_EVENTS, [storeId, JSON.stringify(events)]);
    const inserted = new Map(rows.map((row) => [row.id, row]));
    return events.flatMap((event) => {
      const row = inserted.get(event.id);
      return row ? [{ ...event, ...row }] : [];
    });
  }

  /** Locks the order's events until the transaction ends, so that a decision based on them is made once. */
  async lockOrder(tx: Tx, storeId: string, orderId: string): Promise<void> {
    await tx.query(LOCK_ORDER, [storeId, orderId]);
  }

  /** Returns the stored resource, which may be that of an earlier attempt. */
  async storeResource(
    { storeId, id }: Pick<OutboxEvent, 'storeId' | 'id'>,
    resource: EventResource,
  ): Promise<EventResource> {
    const values = [storeId, id, JSON.stringify(resource)];
    const [row] = await this.database.query<{ resource: EventResource }>(STORE_RESOURCE, values);
    return row?.resource ?? resource;
  }

  /** Deletes about `limit` events older than 30 days, with everything that references them; returns how many. */
  sweep(limit: number): Promise<number> {
    return sweep(this.database, SWEEP, limit);
  }
}
