import { Injectable } from '@nestjs/common';
import { byStore, Database, sql, type Tx } from '@tandem/database';
import type { NewEvent } from '@tandem/outbox';
import { MAX_AGE_SECONDS, LEASE_SECONDS, type Attempt, type DeliveryToSend } from '../deliveries/delivery';
import { DELIVERY } from '../deliveries/delivery.states';
import type { DueEndpoint, Capacity } from './places';

// Rows examined per lease statement: those waiting for an earlier event are postponed, so that they are not examined each time.
const MAX_EXAMINED = 32;

// For one waiting behind a delivery in progress: it is woken when that completes, unless it was read just before.
const LOOK_AGAIN_SECONDS = 5;

const FAIL_BATCH = 500;

// Steps from endpoint to endpoint by the index: the cost depends on the number of endpoints, not on the backlog.
const DUE_ENDPOINTS = sql(
  'find webhook endpoints with due deliveries',
  `WITH RECURSIVE first AS (
     (SELECT store_id, endpoint_id, next_attempt_at FROM webhook_deliveries WHERE state = 'pending'
       ORDER BY endpoint_id, next_attempt_at LIMIT 1)
     UNION ALL
     SELECT next.store_id, next.endpoint_id, next.next_attempt_at FROM first CROSS JOIN LATERAL (
       SELECT d.store_id, d.endpoint_id, d.next_attempt_at FROM webhook_deliveries d
        WHERE d.state = 'pending' AND d.endpoint_id > first.endpoint_id
        ORDER BY d.endpoint_id, d.next_attempt_at LIMIT 1) next)
   SELECT p.store_id AS "storeId", p.id, p.failures, p.active,
       p.active AND p.held_until > now() AND first.next_attempt_at < now() - make_interval(secs => $1::int) AS "isDead"
     FROM first JOIN webhook_endpoints p ON p.store_id = first.store_id AND p.id = first.endpoint_id
    WHERE first.next_attempt_at <= now() AND (p.held_until IS NULL OR p.held_until <= now() OR NOT p.active
       OR first.next_attempt_at < now() - make_interval(secs => $1::int))`,
);

// The endpoint's row is locked, so that only one server sends the probe of an open breaker; payments, which lock it only against
// deletion, do not wait. Deliveries behind an earlier event of their order are postponed to its next attempt, or until woken.
const TAKE = sql(
  'lease due webhook deliveries',
  `WITH endpoints AS MATERIALIZED (
     SELECT p.store_id, p.id, p.url, p.scheme, p.sealed_secrets, p.failures, r.room
       FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, room int)
       JOIN webhook_endpoints p ON p.store_id = $1 AND p.id = r.id
      WHERE p.active AND (p.held_until IS NULL OR p.held_until <= now())
        FOR NO KEY UPDATE OF p SKIP LOCKED),
   due AS MATERIALIZED (
     SELECT p.room, d.store_id, d.id, d.endpoint_id, d.order_id, d.position, d.next_attempt_at
       FROM endpoints p CROSS JOIN LATERAL (
         SELECT * FROM webhook_deliveries d
          WHERE d.store_id = $1 AND d.state = 'pending' AND d.endpoint_id = p.id AND d.next_attempt_at <= now()
          ORDER BY d.next_attempt_at, d.id LIMIT ${MAX_EXAMINED} FOR UPDATE SKIP LOCKED) d),
   ranked AS (
     SELECT due.*, earlier.next_attempt_at AS behind,
         CASE WHEN earlier.next_attempt_at > now() + make_interval(secs => ${LEASE_SECONDS}) THEN earlier.next_attempt_at
           WHEN earlier.next_attempt_at IS NULL THEN now() + make_interval(secs => ${LEASE_SECONDS})
           ELSE now() + make_interval(secs => ${LOOK_AGAIN_SECONDS}) END AS look_at,
         row_number() OVER (PARTITION BY due.endpoint_id, earlier.next_attempt_at IS NULL ORDER BY due.next_attempt_at, due.id) AS nth
       FROM due LEFT JOIN LATERAL (
         SELECT e.next_attempt_at FROM webhook_deliveries e
          WHERE e.store_id = $1 AND e.state = 'pending' AND e.endpoint_id = due.endpoint_id AND e.order_id = due.order_id
            AND e.position < due.position ORDER BY e.position LIMIT 1) earlier ON true),
   taken AS (
     UPDATE webhook_deliveries d SET next_attempt_at = ranked.look_at
       FROM ranked
      WHERE d.store_id = $1 AND d.id = ranked.id AND (ranked.behind IS NOT NULL OR ranked.nth <= ranked.room)
     RETURNING d.store_id, d.id, d.endpoint_id, d.event_id, d.attempts, d.created_at, ranked.behind IS NOT NULL AS is_behind),
   probes AS (
     UPDATE webhook_endpoints p SET held_until = now() + make_interval(secs => ${LEASE_SECONDS})
       FROM taken WHERE p.store_id = $1 AND p.id = taken.endpoint_id AND NOT taken.is_behind AND p.held_until IS NOT NULL)
   SELECT d.is_behind AS "isBehind", d.store_id AS "storeId", d.id, d.attempts, d.created_at AS "plannedAt", p.id AS "endpointId",
       p.url, p.scheme, p.sealed_secrets AS sealed, p.failures,
       e.id AS "eventId", e.order_id AS "orderId", e.type, e.facts AS payload, e.resource, e.created_at AS "createdAt"
     FROM taken d JOIN endpoints p ON p.id = d.endpoint_id
     JOIN events e ON e.store_id = $1 AND e.id = d.event_id`,
);

// The attempt count is the fencing token: of two servers that sent the same attempt one writes. The order's next event becomes due
// once this one is delivered or abandoned.
const SETTLE = sql(
  'settle webhook delivery',
  `WITH settled AS (
     UPDATE webhook_deliveries SET attempts = attempts + 1, state = $5, response_status = $6, response_body = $7,
       error = $8, last_attempt_at = now(), next_attempt_at = now() + make_interval(secs => $9::int)
     WHERE store_id = $1 AND id = $2 AND state = ANY($3) AND attempts = $4
     RETURNING store_id, endpoint_id, order_id, position, state),
   woken AS (
     UPDATE webhook_deliveries d SET next_attempt_at = least(d.next_attempt_at, now())
       FROM settled CROSS JOIN LATERAL (
         SELECT n.id FROM webhook_deliveries n
          WHERE n.store_id = $1 AND n.state = 'pending' AND n.endpoint_id = settled.endpoint_id AND n.order_id = settled.order_id
            AND n.position > settled.position ORDER BY n.position LIMIT 1) next
      WHERE settled.state <> 'pending' AND d.store_id = $1 AND d.id = next.id AND d.state = 'pending')
   SELECT 1 AS one FROM settled`,
);

const FAIL_ALL = sql(
  'fail webhook deliveries of endpoint',
  `UPDATE webhook_deliveries SET state = $3, error = $4, next_attempt_at = NULL
    WHERE store_id = $1 AND id IN (
      SELECT id FROM webhook_deliveries
       WHERE store_id = $1 AND state = 'pending' AND endpoint_id = $2 AND next_attempt_at <= now() - make_interval(secs => $5::int)
         AND EXISTS (SELECT 1 FROM webhook_endpoints p WHERE p.store_id = $1 AND p.id = $2
           AND p.active = $6 AND (NOT p.active OR p.held_until > now()))
       ORDER BY next_attempt_at, id LIMIT ${FAIL_BATCH} FOR UPDATE SKIP LOCKED)
   RETURNING id`,
);

/** An endpoint to send to, or whose deliveries are to be abandoned. */
export interface WaitingEndpoint extends DueEndpoint {
  readonly active: boolean;
  /** Its breaker is open, and its oldest delivery has reached the maximum age. */
  readonly isDead: boolean;
}

/** The result of leasing: deliveries to send, and how many were postponed behind an earlier event of their order. */
export interface LeasedDeliveries {
  readonly toSend: readonly DeliveryToSend[];
  readonly putOff: number;
}

type LeasedRow = NewEvent &
  Omit<DeliveryToSend['endpoint'], 'id'> & {
    readonly createdAt: Date;
    readonly isBehind: boolean;
    readonly id: string;
    readonly attempts: number;
    readonly plannedAt: Date;
    readonly endpointId: string;
    readonly eventId: string;
    readonly resource: DeliveryToSend['resource'];
  };

/** Deliveries as jobs: finding due ones, leasing and settling them. */
@Injectable()
export class DueDeliveriesRepository {
  constructor(private readonly database: Database) {}

  /** Endpoints with due deliveries, without those whose breaker is open, unless they are dead. */
  findWaitingEndpoints(): Promise<WaitingEndpoint[]> {
    return this.database.query(DUE_ENDPOINTS, [MAX_AGE_SECONDS]);
  }

  /** Leases at most `room` deliveries per endpoint, longest due first; no other server gets them meanwhile. */
  async leaseDue(capacities: readonly Capacity[]): Promise<LeasedDeliveries> {
    const rows: LeasedRow[] = [];
    for (const [storeId, ofStore] of byStore(capacities))
      rows.push(...(await this.database.query<LeasedRow>(TAKE, [storeId, JSON.stringify(ofStore)])));
    const toSend = rows.filter(({ isBehind }) => !isBehind).map(toSendFrom);
    return { toSend, putOff: rows.length - toSend.length };
  }

  /** `pauseSeconds` is null if it is not sent again. False if this attempt is already settled. */
  async settle(
    { storeId, id, attempts }: DeliveryToSend['delivery'],
    { arrived, status, body, error }: Attempt,
    pauseSeconds: number | null,
    tx?: Tx,
  ): Promise<boolean> {
    const event = arrived ? 'arrive' : pauseSeconds === null ? 'abandon' : 'fail';
    const [from, to] = [DELIVERY.statesThat(event), DELIVERY.target(event)];
    const values = [storeId, id, from, attempts, to, status, body, error, pauseSeconds];
    return (await (tx ?? this.database).query(SETTLE, values)).length > 0;
  }

  /** Abandons a batch of the endpoint's deliveries that have been due for so long, unless it recovered; returns the count. */
  async failAll(
    { storeId, id, active }: Pick<WaitingEndpoint, 'storeId' | 'id' | 'active'>,
    error: string,
    dueForSeconds: number,
  ): Promise<number> {
    const values = [storeId, id, DELIVERY.target('abandon'), error, dueForSeconds, active];
    return (await this.database.query(FAIL_ALL, values)).length;
  }
}

function toSendFrom(row: LeasedRow): DeliveryToSend {
  const { isBehind: _, id, attempts, plannedAt, endpointId, eventId, ...rest } = row;
  const { url, scheme, sealed, failures, resource, ...event } = rest;
  return {
    delivery: { storeId: row.storeId, id, attempts, createdAt: plannedAt },
    event: { ...event, id: eventId },
    resource,
    endpoint: { id: endpointId, url, scheme, sealed, failures },
  };
}
