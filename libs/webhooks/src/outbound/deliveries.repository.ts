import { Injectable } from '@nestjs/common';
import type { Page, Paging } from '@tandem/context';
import { Database, readPage, sql, type Queryable, type Tx } from '@tandem/database';
import type { OutboxEvent } from '@tandem/events';
import type { Attempt, DeliveryToSend, WebhookDelivery } from './delivery';
import { DELIVERY } from './delivery.states';

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
  `INSERT INTO webhook_deliveries (store_id, id, endpoint_id, event_id, redelivery_of)
   SELECT $1, (d->>'id')::uuid, (d->>'endpointId')::uuid, (d->>'eventId')::uuid, (d->>'redeliveryOf')::uuid
     FROM jsonb_array_elements($2::jsonb) d`,
);

const TO_SEND = sql(
  'webhook delivery to send',
  `SELECT d.attempts, p.id AS "endpointId", p.url, p.scheme, p.active, p.sealed_secrets AS sealed,
     e.id AS "eventId", e.order_id AS "orderId", e.type, e.facts AS payload, e.created_at AS "createdAt"
   FROM webhook_deliveries d
   JOIN webhook_endpoints p ON p.store_id = d.store_id AND p.id = d.endpoint_id
   JOIN events e ON e.store_id = d.store_id AND e.id = d.event_id
   WHERE d.store_id = $1 AND d.id = $2 AND d.state = ANY($3) AND d.attempts = $4`,
);

// The count of attempts is the fence: of two that sent the same attempt one writes, and one plans the next.
const RECORD = sql(
  'record webhook attempt',
  `UPDATE webhook_deliveries SET attempts = attempts + 1, state = $5, response_status = $6, response_body = $7,
     error = $8, last_attempt_at = now(), next_attempt_at = now() + make_interval(secs => $9::int)
   WHERE store_id = $1 AND id = $2 AND state = ANY($3) AND attempts = $4 RETURNING id`,
);

/** A delivery before it was ever sent. */
export type NewDelivery = Pick<WebhookDelivery, 'id' | 'endpointId' | 'eventId' | 'redeliveryOf'>;

interface ToSendRow extends Pick<OutboxEvent, 'orderId' | 'createdAt'> {
  readonly attempts: number;
  readonly endpointId: string;
  readonly url: string;
  readonly scheme: DeliveryToSend['endpoint']['scheme'];
  readonly active: boolean;
  readonly sealed: Buffer;
  readonly eventId: string;
  readonly type: OutboxEvent['type'];
  readonly payload: OutboxEvent['payload'];
}

@Injectable()
export class WebhookDeliveriesRepository {
  constructor(private readonly database: Database) {}

  async find(
    on: Queryable,
    storeId: string,
    endpointId: string,
    id: string,
  ): Promise<WebhookDelivery | null> {
    const [delivery] = await on.query<WebhookDelivery>(FIND, [storeId, endpointId, id]);
    return delivery ?? null;
  }

  /** Newest first. */
  page(storeId: string, endpointId: string, paging: Paging): Promise<Page<WebhookDelivery>> {
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

  /** Null when it has been sent so often already, has arrived, was given up, or is gone. */
  async toSend(storeId: string, id: string, attempts: number): Promise<DeliveryToSend | null> {
    const values = [storeId, id, DELIVERY.statesThat('fail'), attempts];
    const [row] = await this.database.query<ToSendRow>(TO_SEND, values);
    return row ? toSendFrom(storeId, id, row) : null;
  }

  /** `pauseSeconds` is null when it is not sent again. False when another has recorded this attempt. */
  async record(
    tx: Tx,
    { storeId, id, attempts }: DeliveryToSend['delivery'],
    { arrived, status, body, error }: Attempt,
    pauseSeconds: number | null,
  ): Promise<boolean> {
    const event = arrived ? 'arrive' : pauseSeconds === null ? 'giveUp' : 'fail';
    const [from, to] = [DELIVERY.statesThat(event), DELIVERY.target(event)];
    const values = [storeId, id, from, attempts, to, status, body, error, pauseSeconds];
    return (await tx.query(RECORD, values)).length > 0;
  }
}

function toSendFrom(storeId: string, id: string, row: ToSendRow): DeliveryToSend {
  const { orderId, type, payload, createdAt, endpointId, url, scheme, active, sealed, attempts } = row;
  return {
    delivery: { storeId, id, attempts },
    event: { storeId, id: row.eventId, orderId, type, payload, createdAt } as OutboxEvent,
    endpoint: { id: endpointId, url, scheme, active, sealed },
  };
}
