import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a back office removes stays readable: refund reasons, API keys, further collections. Who revoked a key, whether a key moved money; payments by time. */
export class AdminRecords1763683200015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE refund_reasons ADD COLUMN deleted_at timestamptz;
      ALTER TABLE refund_reasons DROP CONSTRAINT refund_reasons_store_id_code_key;
      CREATE UNIQUE INDEX refund_reasons_by_code ON refund_reasons (store_id, code) WHERE deleted_at IS NULL;
      ALTER TABLE api_keys
        ADD COLUMN revoked_by uuid,
        ADD COLUMN deleted_at timestamptz;
      ALTER TABLE payment_collections ADD COLUMN deleted_at timestamptz;
      ALTER TABLE ledger_entries ADD COLUMN is_by_key boolean NOT NULL DEFAULT false;
      UPDATE ledger_entries e SET is_by_key = true FROM api_keys k WHERE k.store_id = e.store_id AND k.id = e.created_by;
      CREATE INDEX payments_by_creation ON payments (store_id, created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX payments_by_creation;
      ALTER TABLE ledger_entries DROP COLUMN is_by_key;
      ALTER TABLE payment_collections DROP COLUMN deleted_at;
      ALTER TABLE api_keys DROP COLUMN revoked_by, DROP COLUMN deleted_at;
      DROP INDEX refund_reasons_by_code;
      DELETE FROM refund_reasons WHERE deleted_at IS NOT NULL;
      ALTER TABLE refund_reasons DROP COLUMN deleted_at;
      ALTER TABLE refund_reasons ADD CONSTRAINT refund_reasons_store_id_code_key UNIQUE (store_id, code);
    `);
  }
}
