import { Injectable } from '@nestjs/common';
import { Database, isUniqueViolation, sql, type Queryable, type Statement, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { NewMethodEvent, NewWebhookEvent, WebhookEvent } from './webhook-event';
import { EVENT } from './webhook-event.states';
import { DuplicateEvent } from './gateway-events.errors';

const INSERT = sql(
  'insert webhook event',
  `INSERT INTO webhook_events (id, provider_id, headers, body, received_at, verified) VALUES ($1, $2, $3, $4, $5, $6)`,
);

// Stored once: the gateway resends an event until it is acknowledged.
const INSERT_OF_METHOD = sql(
  'insert webhook event of method',
  `INSERT INTO webhook_events (id, provider_id, store_id, method_id, headers, body, received_at, event_id, event_type,
     verified)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
);

// The pause before the next attempt is also the worker's lease: if it crashes, another retries. A parser has 10 s;
// the pauses double from 15 s, so an event's eight attempts take half an hour.
const LEASE_DUE = sql(
  'lease due webhook events',
  `UPDATE webhook_events SET attempts = attempts + 1, due_at = now() + interval '15 seconds' * (2 ^ attempts)
    WHERE id IN (SELECT id FROM webhook_events WHERE state = 'received' AND due_at <= now() AND provider_id = ANY($2)
                    AND verified = $3
                  ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED)
   RETURNING id, provider_id AS "providerId", method_id AS "methodId", headers, body, received_at AS "receivedAt", attempts`,
);

// The body of an ignored event is dropped: it is never read again.
const SETTLE = sql(
  'settle webhook event',
  `UPDATE webhook_events SET state = $3, event_id = coalesce($4, event_id), event_type = coalesce($5, event_type),
     reason = $6, store_id = coalesce(store_id, $7), settled_at = now(),
     body = CASE WHEN $3 = 'ignored' THEN ''::bytea ELSE body END
    WHERE id = $1 AND state = ANY($2) RETURNING id`,
);

const BELONGS = sql(
  'set store of webhook event',
  `UPDATE webhook_events SET store_id = coalesce(store_id, $2) WHERE id = $1`,
);

// Not settled: it stays due. The reason is recorded.
const NOTE = sql(
  'store reason of webhook event',
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

// Parked events may concern money and await manual review. A separate statement, so that it does not scan the many recent ones.
const SWEEP_PARKED = sweepOf(
  'sweep parked webhook events',
  `state = 'failed' AND received_at < now() - interval '1 year'`,
);

/** The result of handling an event. */
export interface EventResult {
  /** The gateway's own event id. */
  readonly eventId?: string;
  readonly eventType?: string;
  /** Why it was not handled. */
  readonly reason?: string;
  /** The event's store, if known. */
  readonly storeId?: string;
}

@Injectable()
export class WebhookEventsRepository {
  constructor(private readonly database: Database) {}

  async storeEvent({ providerId, headers, body, receivedAt, isVerified }: NewWebhookEvent): Promise<void> {
    const values = [newId(), providerId, JSON.stringify(headers), body, receivedAt, isVerified];
    await this.database.query(INSERT, values);
  }

  /** At most `limit`, of the providers that this process has; concurrent processes get different ones. */
  leaseDue(
    limit: number,
    { providerIds, isVerified }: { readonly providerIds: readonly string[]; readonly isVerified: boolean },
  ): Promise<WebhookEvent[]> {
    return this.database.query<WebhookEvent>(LEASE_DUE, [limit, providerIds, isVerified]);
  }

  /** Does nothing if it is already stored. */
  async storeOnce(event: NewMethodEvent): Promise<void> {
    const { providerId, storeId, methodId, headers, body, receivedAt } = event;
    const received = [JSON.stringify(headers), body, receivedAt];
    const details = [event.eventId, event.eventType, event.isVerified];
    await this.database.query(INSERT_OF_METHOD, [
      newId(),
      providerId,
      storeId,
      methodId,
      ...received,
      ...details,
    ]);
  }

  /** False if it is already settled. @throws DuplicateEvent if the gateway's id belongs to another event */
  async settle(
    { id }: Pick<WebhookEvent, 'id'>,
    event: Parameters<typeof EVENT.target>[0],
    { eventId, eventType, reason, storeId }: EventResult = {},
    on: Queryable = this.database,
  ): Promise<boolean> {
    try {
      const transition = [id, EVENT.statesThat(event), EVENT.target(event)];
      // Omitted values become null.
      return (await on.query(SETTLE, [...transition, eventId, eventType, reason, storeId])).length > 0;
    } catch (error) {
      if (isUniqueViolation(error)) throw new DuplicateEvent(`a duplicate of ${eventId ?? 'another event'}`);
      throw error;
    }
  }

  /** Assigns it to a store, unless it has one. */
  async assignToStore(tx: Tx, { id }: Pick<WebhookEvent, 'id'>, storeId: string): Promise<void> {
    await tx.query(BELONGS, [id, storeId]);
  }

  /** Records why it will be retried. */
  async recordReason({ id }: WebhookEvent, { reason, eventType, storeId }: EventResult): Promise<void> {
    await this.database.query(NOTE, [id, reason, eventType, storeId]);
  }

  /** Deletes at most `limit` of each kind; returns the larger count. */
  async sweep(limit: number): Promise<number> {
    const deleted = await this.database.query(SWEEP, [limit]);
    const parked = await this.database.query(SWEEP_PARKED, [limit]);
    return Math.max(deleted.length, parked.length);
  }
}
