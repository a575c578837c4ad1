import { Injectable } from '@nestjs/common';
import { Database, isUniqueViolation, sql } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { NewWebhookEvent, WebhookEvent } from './webhook-event';
import { EVENT } from './webhook-event.states';

const INSERT = sql(
  'store webhook event',
  `INSERT INTO webhook_events (id, provider_id, headers, body) VALUES ($1, $2, $3, $4)`,
);

// It is due again after a pause, which is also the lease of whoever has taken it: if they crash, another tries. A parser
// has 10 s; from 15 s the pauses double, so the eight tries of an event take half an hour.
const TAKE_DUE = sql(
  'take due webhook events',
  `UPDATE webhook_events SET attempts = attempts + 1, due_at = now() + interval '15 seconds' * (2 ^ attempts)
    WHERE id IN (SELECT id FROM webhook_events WHERE state = 'received' AND due_at <= now() AND provider_id = ANY($2)
                  ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED)
   RETURNING id, provider_id AS "providerId", headers, body, attempts`,
);

// An event that is ignored has nothing that anybody will read again: its body is dropped.
const SETTLE = sql(
  'settle webhook event',
  `UPDATE webhook_events SET state = $3, event_id = $4, event_type = $5, reason = $6, settled_at = now(),
     body = CASE WHEN $3 = 'ignored' THEN ''::bytea ELSE body END
    WHERE id = $1 AND state = ANY($2) RETURNING id`,
);

const SWEEP = sql(
  'sweep webhook events',
  `DELETE FROM webhook_events WHERE id IN (
     SELECT id FROM webhook_events WHERE received_at < now() - interval '30 days' LIMIT $1 FOR UPDATE SKIP LOCKED)
   RETURNING 1 AS one`,
);

/** What came of an event. */
export interface EventResult {
  /** The gateway's own id of it. */
  readonly eventId?: string;
  readonly eventType?: string;
  /** Why it was not handled. */
  readonly reason?: string;
}

@Injectable()
export class WebhookEvents {
  constructor(private readonly database: Database) {}

  async store({ providerId, headers, body }: NewWebhookEvent): Promise<void> {
    await this.database.query(INSERT, [newId(), providerId, JSON.stringify(headers), body]);
  }

  /** At most `limit`, of the providers that this process has; no two processes get the same. */
  takeDue(limit: number, providerIds: readonly string[]): Promise<WebhookEvent[]> {
    return this.database.query<WebhookEvent>(TAKE_DUE, [limit, providerIds]);
  }

  /** False where the gateway's id of it stands with another already: it is a duplicate, and nothing is written. */
  async settle(
    { id }: WebhookEvent,
    event: Parameters<typeof EVENT.target>[0],
    { eventId = null, eventType = null, reason = null }: Nullable<EventResult> = {},
  ): Promise<boolean> {
    try {
      const states = EVENT.statesThat(event);
      await this.database.query(SETTLE, [id, states, EVENT.target(event), eventId, eventType, reason]);
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }

  /** Deletes at most `limit` old ones; how many it was. */
  async sweep(limit: number): Promise<number> {
    return (await this.database.query(SWEEP, [limit])).length;
  }
}

type Nullable<T> = { readonly [K in keyof T]: T[K] | null };
