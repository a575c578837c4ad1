import { Injectable } from '@nestjs/common';
import { sql, type Tx } from '@tandem/database';
import type { NewEvent, OutboxEvent } from './event';

const INSERT_EVENTS = sql(
  'insert events',
  `INSERT INTO events (store_id, id, order_id, type, facts)
   SELECT (e->>'storeId')::uuid, (e->>'id')::uuid, (e->>'orderId')::uuid, e->>'type', e->'facts'
     FROM jsonb_array_elements($1::jsonb) e RETURNING created_at AS "createdAt"`,
);

@Injectable()
export class EventsRepository {
  /** All happen at the time of their transaction. */
  async insert(tx: Tx, events: readonly (NewEvent & { readonly id: string })[]): Promise<OutboxEvent[]> {
    const [row] = await tx.query<{ createdAt: Date }>(INSERT_EVENTS, [JSON.stringify(events)]);
    const createdAt = row?.createdAt ?? new Date();
    return events.map((event) => ({ ...event, createdAt }));
  }
}
