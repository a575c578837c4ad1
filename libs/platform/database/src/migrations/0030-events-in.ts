import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What gateways say has its effect: events may name a method, and the ledger keeps what was done at the gateway itself, which no
 * operation of ours did, and what undoes a refund or is disputed.
 */
export class EventsIn1763683200030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE webhook_events ADD COLUMN method_id uuid;
      DROP INDEX webhook_events_once;
      CREATE UNIQUE INDEX webhook_events_once ON webhook_events (provider_id, event_id) WHERE method_id IS NULL;
      CREATE UNIQUE INDEX webhook_events_once_of_method ON webhook_events (store_id, method_id, event_id)
        WHERE method_id IS NOT NULL;
      CREATE INDEX webhook_events_of_store ON webhook_events (store_id, id) WHERE store_id IS NOT NULL;
      CREATE INDEX payment_methods_by_id ON payment_methods (id);
      CREATE INDEX payment_methods_of_provider ON payment_methods (provider_id);
      CREATE INDEX setup_sessions_at_gateway ON setup_sessions (store_id, provider_id, external_id);
      ALTER TABLE ledger_entries ALTER COLUMN operation_id DROP NOT NULL;
      ALTER TABLE ledger_entries DROP CONSTRAINT ledger_entries_kind_check;
      ALTER TABLE ledger_entries ADD CONSTRAINT ledger_entries_kind_check CHECK (kind IN ('authorization', 'capture',
        'refund', 'refund_failure', 'cancellation', 'dispute_withdrawal', 'dispute_reinstatement'));
      CREATE UNIQUE INDEX ledger_entries_once ON ledger_entries (store_id, payment_id, kind, reference)
        WHERE operation_id IS NULL AND kind <> 'capture';
      CREATE INDEX provider_operations_open_of_store ON provider_operations (store_id, created_at) WHERE state = 'requested';
      CREATE INDEX provider_operations_of_payment ON provider_operations (store_id, payment_id)
        WHERE state = 'requested' AND payment_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX provider_operations_of_payment;
      DROP INDEX provider_operations_open_of_store;
      DROP INDEX ledger_entries_once;
      ALTER TABLE ledger_entries DROP CONSTRAINT ledger_entries_kind_check;
      ALTER TABLE ledger_entries ADD CONSTRAINT ledger_entries_kind_check
        CHECK (kind IN ('authorization', 'capture', 'refund', 'cancellation'));
      ALTER TABLE ledger_entries ALTER COLUMN operation_id SET NOT NULL;
      DROP INDEX setup_sessions_at_gateway;
      DROP INDEX payment_methods_of_provider;
      DROP INDEX payment_methods_by_id;
      DROP INDEX webhook_events_of_store;
      DROP INDEX webhook_events_once_of_method;
      DROP INDEX webhook_events_once;
      CREATE UNIQUE INDEX webhook_events_once ON webhook_events (provider_id, event_id);
      ALTER TABLE webhook_events DROP COLUMN method_id;
    `);
  }
}
