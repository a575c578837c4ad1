import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The outbox, who is told of it, and each telling. The queue of what is to be sent is pg-boss's, in its own schema. */
export class WebhooksOut1763683200020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE events (
        store_id uuid NOT NULL REFERENCES stores,
        id uuid NOT NULL,
        order_id uuid NOT NULL,
        type text NOT NULL,
        facts jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (store_id, id)
      );

      CREATE TABLE webhook_endpoints (
        store_id uuid NOT NULL REFERENCES stores,
        id uuid NOT NULL,
        url text NOT NULL,
        events jsonb NOT NULL,
        scheme text NOT NULL CHECK (scheme IN ('standard', 'spree')),
        description text,
        active boolean NOT NULL DEFAULT true,
        disabled_reason text,
        sealed_secrets bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (store_id, id)
      );

      CREATE TABLE webhook_deliveries (
        store_id uuid NOT NULL,
        id uuid NOT NULL,
        endpoint_id uuid NOT NULL,
        event_id uuid NOT NULL,
        redelivery_of uuid,
        state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'failed')),
        attempts integer NOT NULL DEFAULT 0,
        response_status integer,
        response_body text,
        error text,
        last_attempt_at timestamptz,
        next_attempt_at timestamptz DEFAULT now(),
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (store_id, id),
        FOREIGN KEY (store_id, endpoint_id) REFERENCES webhook_endpoints ON DELETE CASCADE,
        FOREIGN KEY (store_id, event_id) REFERENCES events
      );
      CREATE INDEX webhook_deliveries_of_endpoint ON webhook_deliveries (store_id, endpoint_id, id);
      CREATE UNIQUE INDEX webhook_deliveries_once ON webhook_deliveries (store_id, endpoint_id, event_id)
        WHERE redelivery_of IS NULL;
      CREATE INDEX webhook_deliveries_of_event ON webhook_deliveries (store_id, event_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE webhook_deliveries, webhook_endpoints, events`);
  }
}
