import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions that were to pay all there was when they were made, those whose time is over, and the id by which a payment's gateway knows its session. */
export class SessionLife1763683200012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE payment_sessions ADD COLUMN covers_all boolean NOT NULL DEFAULT false;
      ALTER TABLE payments ADD COLUMN external_id text;
      UPDATE payments p SET external_id = s.external_id FROM payment_sessions s
       WHERE s.store_id = p.store_id AND s.id = p.session_id;
      CREATE INDEX open_sessions_by_expiry ON payment_sessions (expires_at)
        WHERE state IN ('pending', 'requires_action');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX open_sessions_by_expiry;
      ALTER TABLE payments DROP COLUMN external_id;
      ALTER TABLE payment_sessions DROP COLUMN covers_all;
    `);
  }
}
