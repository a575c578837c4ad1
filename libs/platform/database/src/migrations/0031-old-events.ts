import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was told is deleted when it is old, and with it how it was told. */
export class OldEvents1763683200031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX events_by_age ON events (created_at);
      ALTER TABLE webhook_deliveries DROP CONSTRAINT webhook_deliveries_store_id_event_id_fkey;
      ALTER TABLE webhook_deliveries ADD CONSTRAINT webhook_deliveries_store_id_event_id_fkey
        FOREIGN KEY (store_id, event_id) REFERENCES events ON DELETE CASCADE;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE webhook_deliveries DROP CONSTRAINT webhook_deliveries_store_id_event_id_fkey;
      ALTER TABLE webhook_deliveries ADD CONSTRAINT webhook_deliveries_store_id_event_id_fkey
        FOREIGN KEY (store_id, event_id) REFERENCES events;
      DROP INDEX events_by_age;
    `);
  }
}
