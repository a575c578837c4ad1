import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A payment method that speaks with another account has account holders of its own; those that exist are of the provider. */
export class HoldersByMethod1763683200050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE account_holders ADD COLUMN payment_method_id uuid;
      ALTER TABLE account_holders DROP CONSTRAINT account_holders_store_id_customer_id_provider_id_key;
      CREATE UNIQUE INDEX account_holders_of_provider ON account_holders (store_id, customer_id, provider_id)
        WHERE payment_method_id IS NULL;
      CREATE UNIQUE INDEX account_holders_of_method ON account_holders (store_id, customer_id, provider_id, payment_method_id)
        WHERE payment_method_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM account_holders WHERE payment_method_id IS NOT NULL;
      DROP INDEX account_holders_of_method;
      DROP INDEX account_holders_of_provider;
      ALTER TABLE account_holders ADD CONSTRAINT account_holders_store_id_customer_id_provider_id_key
        UNIQUE (store_id, customer_id, provider_id);
      ALTER TABLE account_holders DROP COLUMN payment_method_id;
    `);
  }
}
