import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Apart from the columns (0190), whose tables every payment reads while it is locked: this one holds up writers of deliveries alone. */
export class DeliveriesDue1763683200192 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
    await runner.query(`DROP INDEX webhook_deliveries_in_turn, webhook_deliveries_due`);
  }
}
