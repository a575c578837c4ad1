import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is due is found in the order in which it is due, however much waits, and what is to be kept for a year is not walked meanwhile. */
export class SweepIndexes1763683200172 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX webhook_events_due;
      CREATE INDEX webhook_events_due ON webhook_events (verified, due_at, provider_id) WHERE state = 'received';
      DROP INDEX webhook_events_by_age;
      CREATE INDEX webhook_events_by_age ON webhook_events (received_at) WHERE state <> 'failed';
      CREATE INDEX parked_webhook_events_by_age ON webhook_events (received_at) WHERE state = 'failed';
      DROP INDEX sessions_to_close;
      CREATE INDEX sessions_to_close ON payment_sessions (close_after, provider_id)
        WHERE open_at_gateway AND state IN ('canceled', 'expired', 'failed');
      DROP INDEX open_operations;
      CREATE INDEX open_operations ON provider_operations (lease_until, provider_id) WHERE state = 'requested';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX open_operations, sessions_to_close, parked_webhook_events_by_age, webhook_events_by_age, webhook_events_due;
      CREATE INDEX open_operations ON provider_operations (lease_until) WHERE state = 'requested';
      CREATE INDEX sessions_to_close ON payment_sessions (provider_id, close_after)
        WHERE open_at_gateway AND state IN ('canceled', 'expired', 'failed');
      CREATE INDEX webhook_events_by_age ON webhook_events (received_at);
      CREATE INDEX webhook_events_due ON webhook_events (verified, provider_id, due_at) WHERE state = 'received';
    `);
  }
}
