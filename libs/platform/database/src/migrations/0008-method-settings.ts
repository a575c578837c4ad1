import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A payment method's settings, its secrets sealed; who made and who revoked an API key. */
export class MethodSettings1763683200008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE payment_methods
        ADD COLUMN settings jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN sealed_settings bytea,
        ADD COLUMN secrets_set jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN metadata jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN storefront_visible boolean NOT NULL DEFAULT true,
        ADD COLUMN deleted_at timestamptz;
      ALTER TABLE api_keys
        ADD COLUMN created_by uuid,
        ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE api_keys DROP COLUMN created_by, DROP COLUMN updated_at;
      ALTER TABLE payment_methods DROP COLUMN settings, DROP COLUMN sealed_settings, DROP COLUMN secrets_set,
        DROP COLUMN metadata,
        DROP COLUMN storefront_visible, DROP COLUMN deleted_at;
    `);
  }
}
