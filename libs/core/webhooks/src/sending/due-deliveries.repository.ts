import { Injectable } from '@nestjs/common';
import { byStore, Database, sql, type Tx } from '@tandem/database';
import type { NewEvent } from '@tandem/outbox';
import { GIVE_UP_SECONDS, LEASE_SECONDS, type Attempt, type DeliveryToSend } from '../deliveries/delivery';
import { DELIVERY } from '../deliveries/delivery.states';
import type { DueEndpoint, Room } from './places';

// Looked at in one take: what waits for an earlier event of its order is put off, so that it is not looked at each time.
const LOOKED_AT = 32;

// Behind one that is being sent: it is woken when that arrives, but for a take that saw it just before.
const LOOK_AGAIN_SECONDS = 5;

const GIVEN_UP_AT_ONCE = 500;

// From one endpoint to the next by the index: as many steps as endpoints that wait, however much waits for each.
const DUE_ENDPOINTS = sql(
  'endpoints with due webhook deliveries',
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

// The endpoint's row is locked, so that of two servers one sends the probe of an open breaker; payments, which hold it against removal
// alone, do not wait. What waits behind an earlier event of its order is put off until that one's next attempt, or until it is woken.
const TAKE = sql(
  'take due webhook deliveries',
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
          ORDER BY d.next_attempt_at, d.id LIMIT ${LOOKED_AT} FOR UPDATE SKIP LOCKED) d),
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

// The count of attempts is the fence: of two that sent the same attempt one writes. The next event of the order is due once this one
// has arrived or was abandoned.
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

const GIVE_UP = sql(
  'give up webhook deliveries of endpoint',
  `UPDATE webhook_deliveries SET state = $3, error = $4, next_attempt_at = NULL
    WHERE store_id = $1 AND id IN (
      SELECT id FROM webhook_deliveries
       WHERE store_id = $1 AND state = 'pending' AND endpoint_id = $2 AND next_attempt_at <= now() - make_interval(secs => $5::int)
         AND EXISTS (SELECT 1 FROM webhook_endpoints p WHERE p.store_id = $1 AND p.id = $2
           AND p.active = $6 AND (NOT p.active OR p.held_until > now()))
       ORDER BY next_attempt_at, id LIMIT ${GIVEN_UP_AT_ONCE} FOR UPDATE SKIP LOCKED)
   RETURNING id`,
);

/** An endpoint that may be sent to, or whose deliveries are to be abandoned. */
export interface WaitingEndpoint extends DueEndpoint {
  readonly active: boolean;
  /** Its breaker is open, and what waits has waited for as long as anything does. */
  readonly isDead: boolean;
}

/** What a take found: deliveries to send, and how many were put off behind an earlier event of their order. */
export interface Taken {
  readonly toSend: readonly DeliveryToSend[];
  readonly putOff: number;
}

type TakenRow = NewEvent &
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

/** Deliveries as jobs: which are due, who has them, what came of them. */
@Injectable()
export class DueDeliveriesRepository {
  constructor(private readonly database: Database) {}

  /** Those with an open breaker are not among them, unless they are dead. */
  endpoints(): Promise<WaitingEndpoint[]> {
    return this.database.query(DUE_ENDPOINTS, [GIVE_UP_SECONDS]);
  }

  /** Leases at most `room` deliveries of each, the longest due first; nobody else is given them meanwhile. */
  async take(rooms: readonly Room[]): Promise<Taken> {
    const rows: TakenRow[] = [];
    for (const [storeId, ofStore] of byStore(rooms))
      rows.push(...(await this.database.query<TakenRow>(TAKE, [storeId, JSON.stringify(ofStore)])));
    const toSend = rows.filter(({ isBehind }) => !isBehind).map(toSendFrom);
    return { toSend, putOff: rows.length - toSend.length };
  }

  /** `pauseSeconds` is null when it is not sent again. False when another has settled this attempt. */
  async settle(
    { storeId, id, attempts }: DeliveryToSend['delivery'],
    { arrived, status, body, error }: Attempt,
    pauseSeconds: number | null,
    tx?: Tx,
  ): Promise<boolean> {
    const event = arrived ? 'arrive' : pauseSeconds === null ? 'giveUp' : 'fail';
    const [from, to] = [DELIVERY.statesThat(event), DELIVERY.target(event)];
    const values = [storeId, id, from, attempts, to, status, body, error, pauseSeconds];
    return (await (tx ?? this.database).query(SETTLE, values)).length > 0;
  }

  /** Some of those of the endpoint that have been due for so long, unless it was put right meanwhile; how many it were. */
  async giveUp(
    { storeId, id, active }: Pick<WaitingEndpoint, 'storeId' | 'id' | 'active'>,
    error: string,
    dueForSeconds: number,
  ): Promise<number> {
    const values = [storeId, id, DELIVERY.target('giveUp'), error, dueForSeconds, active];
    return (await this.database.query(GIVE_UP, values)).length;
  }
}

function toSendFrom(row: TakenRow): DeliveryToSend {
  const { isBehind: _, id, attempts, plannedAt, endpointId, eventId, ...rest } = row;
  const { url, scheme, sealed, failures, resource, ...event } = rest;
  return {
    delivery: { storeId: row.storeId, id, attempts, createdAt: plannedAt },
    event: { ...event, id: eventId },
    resource,
    endpoint: { id: endpointId, url, scheme, sealed, failures },
  };
}
