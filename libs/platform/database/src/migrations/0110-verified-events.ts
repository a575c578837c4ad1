import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events whose signature was checked before they were stored are taken apart from those of before, which may be forged. */
export class VerifiedEvents1763683200110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The hook of a method always checked first.
    await runner.query(`
      ALTER TABLE webhook_events ADD COLUMN verified boolean NOT NULL DEFAULT false;
      UPDATE webhook_events SET verified = true WHERE method_id IS NOT NULL;
      DROP INDEX webhook_events_due;
      CREATE INDEX webhook_events_due ON webhook_events (verified, provider_id, due_at) WHERE state = 'received';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX webhook_events_due;
      CREATE INDEX webhook_events_due ON webhook_events (provider_id, due_at) WHERE state = 'received';
      ALTER TABLE webhook_events DROP COLUMN verified;
    `);
  }
}
