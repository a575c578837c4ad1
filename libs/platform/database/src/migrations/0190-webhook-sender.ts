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
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE webhook_endpoints DROP COLUMN held_until, DROP COLUMN failures;
      ALTER TABLE webhook_deliveries DROP COLUMN position, DROP COLUMN order_id;
      ALTER TABLE events DROP COLUMN position;
      DROP TABLE order_event_counters;
    `);
  }
}
