import { Injectable } from '@nestjs/common';
import type { Page, Paging } from '@tandem/context';
import { Database, listOf, sql, type Tx } from '@tandem/database';
import type { ListedEvent } from './webhook-event';
import { EVENT, type EventState } from './webhook-event.states';

const COLUMNS = `id, provider_id AS "providerId", method_id AS "methodId", state, event_id AS "eventId", event_type AS "eventType",
  reason, attempts, received_at AS "receivedAt", settled_at AS "settledAt",
  CASE WHEN state = 'received' THEN due_at END AS "dueAt"`;

const events = listOf({
  name: 'webhook events',
  table: 'webhook_events',
  columns: COLUMNS,
  sort: { id: 't.id' },
  defaultSort: { field: 'id', descending: true },
  filters: { state: (p) => `t.state = ${p}` },
});

const FIND = sql(
  'find webhook event',
  `SELECT ${COLUMNS} FROM webhook_events WHERE store_id = $1 AND id = $2`,
);

const LOCK = sql('lock webhook event', `${FIND.text} FOR NO KEY UPDATE`);

const REPLAY = sql(
  'replay webhook event',
  `UPDATE webhook_events SET state = $2, attempts = 0, due_at = now(), reason = NULL, settled_at = NULL
    WHERE id = $1 AND state = ANY($3) RETURNING ${COLUMNS}`,
);

export interface EventFilters {
  /** Omitted: any state. */
  readonly state?: EventState;
}

/** Events as listed for staff. */
@Injectable()
export class WebhookEventListsRepository {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  findPage(
    storeId: string,
    filters: { readonly state?: EventState | null },
    paging: Paging,
  ): Promise<Page<ListedEvent>> {
    return events.read<ListedEvent>(this.database, { storeId, filters }, paging);
  }

  async findById(storeId: string, id: string): Promise<ListedEvent | null> {
    const [event] = await this.database.query<ListedEvent>(FIND, [storeId, id]);
    return event ?? null;
  }

  async lockForUpdate(tx: Tx, storeId: string, id: string): Promise<ListedEvent | null> {
    const [event] = await tx.query<ListedEvent>(LOCK, [storeId, id]);
    return event ?? null;
  }

  /** Due at once; its signature's age is still measured from when it was received. */
  async replay(tx: Tx, { id }: ListedEvent): Promise<ListedEvent> {
    const values = [id, EVENT.target('replay'), EVENT.statesThat('replay')];
    const [event] = await tx.query<ListedEvent>(REPLAY, values);
    if (!event) throw new Error(`event ${id} is locked but could not be replayed`);
    return event;
  }
}
