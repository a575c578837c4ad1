import { Injectable } from '@nestjs/common';
import type { Page, Paging } from '@tandem/context';
import { Database, readPage, sql, type Queryable, type Tx } from '@tandem/database';
import { LEASE_SECONDS, type WebhookDelivery } from './delivery';

const DELIVERIES = `
  SELECT d.store_id AS "storeId", d.id, d.endpoint_id AS "endpointId", d.event_id AS "eventId", e.type AS "eventType",
    d.redelivery_of AS "redeliveryOf", d.state, d.attempts, d.response_status AS "responseStatus",
    d.response_body AS "responseBody", d.error, d.last_attempt_at AS "lastAttemptAt",
    d.next_attempt_at AS "nextAttemptAt", d.created_at AS "createdAt"
  FROM webhook_deliveries d JOIN events e ON e.store_id = d.store_id AND e.id = d.event_id`;

const FIND = sql(
  'find webhook delivery',
  `${DELIVERIES} WHERE d.store_id = $1 AND d.endpoint_id = $2 AND d.id = $3`,
);

const PAGE = sql(
  'page of webhook deliveries',
  `${DELIVERIES} WHERE d.store_id = $1 AND d.endpoint_id = $2 ORDER BY d.id DESC LIMIT $3 OFFSET $4`,
);

const COUNT = sql(
  'count webhook deliveries',
  `SELECT count(*)::int AS count FROM webhook_deliveries WHERE store_id = $1 AND endpoint_id = $2`,
);

const INSERT = sql(
  'insert webhook deliveries',
  `INSERT INTO webhook_deliveries (store_id, id, endpoint_id, event_id, redelivery_of, order_id, position)
   SELECT $1, (d->>'id')::uuid, (d->>'endpointId')::uuid, (d->>'eventId')::uuid, (d->>'redeliveryOf')::uuid,
       (d->>'orderId')::uuid, coalesce((d->>'position')::int, 0)
     FROM jsonb_array_elements($2::jsonb) d`,
);

// A delivery due within the lease time may be in progress at a server, so it is not changed.
const SEND_SOONER = sql(
  'send webhook delivery sooner',
  `UPDATE webhook_deliveries SET next_attempt_at = now()
    WHERE store_id = $1 AND id = $2 AND state = 'pending' AND next_attempt_at > now() + make_interval(secs => ${LEASE_SECONDS})`,
);

/** A delivery's position among its order's deliveries to the endpoint: it waits until earlier ones are delivered or abandoned. */
interface Turn {
  readonly orderId: string;
  readonly position: number;
}

/** A delivery that was never sent. A redelivery waits for no other. */
export type NewDelivery = Pick<WebhookDelivery, 'id' | 'endpointId' | 'eventId'> &
  (({ readonly redeliveryOf: null } & Turn) | { readonly redeliveryOf: string });

@Injectable()
export class WebhookDeliveriesRepository {
  constructor(private readonly database: Database) {}

  async findById(
    on: Queryable,
    storeId: string,
    endpointId: string,
    id: string,
  ): Promise<WebhookDelivery | null> {
    const [delivery] = await on.query<WebhookDelivery>(FIND, [storeId, endpointId, id]);
    return delivery ?? null;
  }

  /** Newest first. */
  findPage(storeId: string, endpointId: string, paging: Paging): Promise<Page<WebhookDelivery>> {
    return readPage<WebhookDelivery>(
      this.database,
      { page: PAGE, count: COUNT },
      [storeId, endpointId],
      paging,
    );
  }

  async insert(tx: Tx, storeId: string, deliveries: readonly NewDelivery[]): Promise<void> {
    await tx.query(INSERT, [storeId, JSON.stringify(deliveries)]);
  }

  /** Sends a pending delivery at once; deliveries waiting for it follow. */
  async sendSooner(tx: Tx, storeId: string, id: string): Promise<void> {
    await tx.query(SEND_SOONER, [storeId, id]);
  }
}
