import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What gateways say unasked, as it came. An event names a provider, not a store: whose it is shows when it is handled. */
export class WebhookEvents1763683200018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE webhook_events (
        id uuid PRIMARY KEY,
        store_id uuid,
        provider_id text NOT NULL,
        headers jsonb NOT NULL,
        body bytea NOT NULL,
        state text NOT NULL DEFAULT 'received' CHECK (state IN ('received', 'handled', 'ignored', 'refused', 'failed')),
        event_id text,
        event_type text,
        reason text,
        attempts integer NOT NULL DEFAULT 0,
        due_at timestamptz NOT NULL DEFAULT now(),
        received_at timestamptz NOT NULL DEFAULT now(),
        settled_at timestamptz
      );
      CREATE UNIQUE INDEX webhook_events_once ON webhook_events (provider_id, event_id);
      CREATE INDEX webhook_events_due ON webhook_events (provider_id, due_at) WHERE state = 'received';
      CREATE INDEX webhook_events_by_age ON webhook_events (received_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE webhook_events`);
  }
}
