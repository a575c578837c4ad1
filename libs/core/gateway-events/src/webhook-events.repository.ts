import { Injectable } from '@nestjs/common';
import { Database, isUniqueViolation, sql, type Queryable, type Statement, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { NewMethodEvent, NewWebhookEvent, WebhookEvent } from './webhook-event';
import { EVENT } from './webhook-event.states';
import { DuplicateEvent } from './gateway-events.errors';

const INSERT = sql(
  'store webhook event',
  `INSERT INTO webhook_events (id, provider_id, headers, body, received_at, verified) VALUES ($1, $2, $3, $4, $5, $6)`,
);

// Once: the gateway sends an event again until it is answered.
const INSERT_OF_METHOD = sql(
  'store webhook event of method',
  `INSERT INTO webhook_events (id, provider_id, store_id, method_id, headers, body, received_at, event_id, event_type,
     verified)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
);

// It is due again after a pause, which is also the lease of whoever has taken it: if they crash, another tries. A parser
// has 10 s; from 15 s the pauses double, so the eight tries of an event take half an hour.
const TAKE_DUE = sql(
  'take due webhook events',
  `UPDATE webhook_events SET attempts = attempts + 1, due_at = now() + interval '15 seconds' * (2 ^ attempts)
    WHERE id IN (SELECT id FROM webhook_events WHERE state = 'received' AND due_at <= now() AND provider_id = ANY($2)
                    AND verified = $3
                  ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED)
   RETURNING id, provider_id AS "providerId", method_id AS "methodId", headers, body, received_at AS "receivedAt", attempts`,
);

// An event that is ignored has nothing that anybody will read again: its body is dropped.
const SETTLE = sql(
  'settle webhook event',
  `UPDATE webhook_events SET state = $3, event_id = coalesce($4, event_id), event_type = coalesce($5, event_type),
     reason = $6, store_id = coalesce(store_id, $7), settled_at = now(),
     body = CASE WHEN $3 = 'ignored' THEN ''::bytea ELSE body END
    WHERE id = $1 AND state = ANY($2) RETURNING id`,
);

const BELONGS = sql(
  'webhook event belongs to store',
  `UPDATE webhook_events SET store_id = coalesce(store_id, $2) WHERE id = $1`,
);

// Not settled: it stays due. What kept it from being handled is told all the same.
const NOTE = sql(
  'note webhook event',
  `UPDATE webhook_events SET reason = $2, event_type = coalesce($3, event_type), store_id = coalesce(store_id, $4)
    WHERE id = $1 AND state = 'received'`,
);

const sweepOf = (name: string, old: string): Statement =>
  sql(
    name,
    `DELETE FROM webhook_events WHERE id IN (
       SELECT id FROM webhook_events WHERE ${old} LIMIT $1 FOR UPDATE SKIP LOCKED) RETURNING 1 AS one`,
  );

const SWEEP = sweepOf(
  'sweep webhook events',
  `state <> 'failed' AND received_at < now() - interval '30 days'`,
);

// What was parked may tell of money, and waits for a person. Apart, so that the many of a month do not walk over the few of a year.
const SWEEP_PARKED = sweepOf(
  'sweep parked webhook events',
  `state = 'failed' AND received_at < now() - interval '1 year'`,
);

/** What came of an event. */
export interface EventResult {
  /** The gateway's own id of it. */
  readonly eventId?: string;
  readonly eventType?: string;
  /** Why it was not handled. */
  readonly reason?: string;
  /** Whose it is, where that has shown. */
  readonly storeId?: string;
}

@Injectable()
export class WebhookEvents {
  constructor(private readonly database: Database) {}

  async store({ providerId, headers, body, receivedAt, isVerified }: NewWebhookEvent): Promise<void> {
    const values = [newId(), providerId, JSON.stringify(headers), body, receivedAt, isVerified];
    await this.database.query(INSERT, values);
  }

  /** At most `limit`, of the providers that this process has; no two processes get the same. */
  takeDue(
    limit: number,
    { providerIds, isVerified }: { readonly providerIds: readonly string[]; readonly isVerified: boolean },
  ): Promise<WebhookEvent[]> {
    return this.database.query<WebhookEvent>(TAKE_DUE, [limit, providerIds, isVerified]);
  }

  /** Nothing is stored where it was stored before. */
  async storeOnce(event: NewMethodEvent): Promise<void> {
    const { providerId, storeId, methodId, headers, body, receivedAt } = event;
    const received = [JSON.stringify(headers), body, receivedAt];
    const told = [event.eventId, event.eventType, event.isVerified];
    await this.database.query(INSERT_OF_METHOD, [
      newId(),
      providerId,
      storeId,
      methodId,
      ...received,
      ...told,
    ]);
  }

  /** False where somebody has settled it before. @throws DuplicateEvent where the gateway's id of it stands with another already */
  async settle(
    { id }: Pick<WebhookEvent, 'id'>,
    event: Parameters<typeof EVENT.target>[0],
    { eventId, eventType, reason, storeId }: EventResult = {},
    on: Queryable = this.database,
  ): Promise<boolean> {
    try {
      const moved = [id, EVENT.statesThat(event), EVENT.target(event)];
      // What is left out is null.
      return (await on.query(SETTLE, [...moved, eventId, eventType, reason, storeId])).length > 0;
    } catch (error) {
      if (isUniqueViolation(error)) throw new DuplicateEvent(`a duplicate of ${eventId ?? 'another event'}`);
      throw error;
    }
  }

  /** Of a store's own from now on, where it was nobody's. */
  async belongs(tx: Tx, { id }: Pick<WebhookEvent, 'id'>, storeId: string): Promise<void> {
    await tx.query(BELONGS, [id, storeId]);
  }

  /** It is tried again; this is why. */
  async note({ id }: WebhookEvent, { reason, eventType, storeId }: EventResult): Promise<void> {
    await this.database.query(NOTE, [id, reason, eventType, storeId]);
  }

  /** Deletes at most `limit` old ones of each kind; how many it was of the one with more. */
  async sweep(limit: number): Promise<number> {
    const swept = await this.database.query(SWEEP, [limit]);
    const parked = await this.database.query(SWEEP_PARKED, [limit]);
    return Math.max(swept.length, parked.length);
  }
}
