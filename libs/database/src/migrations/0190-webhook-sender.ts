import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A delivery row is the job: next_attempt_at is when it is due and, while a server sends it, the end of that server's lease.
 * Events are numbered per order, so that an endpoint gets those of one order in turn. Every new column has a default, for a
 * server of the version before may still write. That version's queue, the schema pgboss, stays for it; nothing here reads it.
 */
export class WebhookSender1763683200190 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE order_event_counters (
        store_id uuid NOT NULL REFERENCES stores,
        order_id uuid NOT NULL,
        last_position integer NOT NULL,
        PRIMARY KEY (store_id, order_id)
      );
      ALTER TABLE events ADD COLUMN position integer NOT NULL DEFAULT 0;
      ALTER TABLE webhook_deliveries ADD COLUMN order_id uuid, ADD COLUMN position integer NOT NULL DEFAULT 0;
      ALTER TABLE webhook_endpoints ADD COLUMN failures integer NOT NULL DEFAULT 0, ADD COLUMN held_until timestamptz;

      -- Pending ones are due when the queue had them due, in the order of their events: before every event that is numbered.
      UPDATE webhook_deliveries d
         SET order_id = n.order_id, position = n.position, next_attempt_at = coalesce(d.next_attempt_at, now())
        FROM (SELECT p.store_id, p.id, CASE WHEN p.redelivery_of IS NULL THEN e.order_id END AS order_id,
                (row_number() OVER older - count(*) OVER (PARTITION BY p.endpoint_id, e.order_id))::int AS position
                FROM webhook_deliveries p JOIN events e ON e.store_id = p.store_id AND e.id = p.event_id
               WHERE p.state = 'pending'
              WINDOW older AS (PARTITION BY p.endpoint_id, e.order_id ORDER BY p.event_id, p.id)) n
       WHERE d.store_id = n.store_id AND d.id = n.id;

      CREATE INDEX webhook_deliveries_due ON webhook_deliveries (endpoint_id, next_attempt_at, id) INCLUDE (store_id)
        WHERE state = 'pending';
      CREATE INDEX webhook_deliveries_in_turn ON webhook_deliveries (endpoint_id, order_id, position) WHERE state = 'pending';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX webhook_deliveries_in_turn, webhook_deliveries_due;
      ALTER TABLE webhook_endpoints DROP COLUMN held_until, DROP COLUMN failures;
      ALTER TABLE webhook_deliveries DROP COLUMN position, DROP COLUMN order_id;
      ALTER TABLE events DROP COLUMN position;
      DROP TABLE order_event_counters;
    `);
  }
}
