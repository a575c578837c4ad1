import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who customers are at gateways, and the sessions that gateways hold open. */
export class AccountHolders1763683200016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE account_holders (
        store_id uuid NOT NULL,
        id uuid NOT NULL,
        customer_id uuid NOT NULL,
        provider_id text NOT NULL,
        external_id text NOT NULL,
        email text NOT NULL,
        data jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (store_id, id),
        UNIQUE (store_id, customer_id, provider_id),
        UNIQUE (store_id, provider_id, external_id),
        FOREIGN KEY (store_id, customer_id) REFERENCES customers
      );
      ALTER TABLE payment_sessions
        ADD COLUMN open_at_gateway boolean NOT NULL DEFAULT false,
        ADD COLUMN close_after timestamptz;
      CREATE INDEX sessions_to_close ON payment_sessions (provider_id, close_after)
        WHERE open_at_gateway AND state IN ('canceled', 'expired', 'failed');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX sessions_to_close;
      ALTER TABLE payment_sessions DROP COLUMN open_at_gateway, DROP COLUMN close_after;
      DROP TABLE account_holders;
    `);
  }
}
