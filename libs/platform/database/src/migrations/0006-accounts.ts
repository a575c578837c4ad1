import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What customers say of themselves, and the tokens by which a login is kept alive. */
export class Accounts1763683200006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE customers
        ADD COLUMN phone text,
        ADD COLUMN accepts_email_marketing boolean NOT NULL DEFAULT false,
        ADD COLUMN metadata jsonb NOT NULL DEFAULT '{}';
      CREATE TABLE refresh_tokens (
        store_id uuid NOT NULL REFERENCES stores,
        id uuid NOT NULL,
        customer_id uuid NOT NULL,
        family uuid NOT NULL,
        token_hash bytea NOT NULL UNIQUE,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        revoked_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (store_id, id),
        FOREIGN KEY (store_id, customer_id) REFERENCES customers
      );
      CREATE INDEX refresh_tokens_by_customer ON refresh_tokens (store_id, customer_id);
      CREATE INDEX refresh_tokens_by_expiry ON refresh_tokens (expires_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE refresh_tokens;
      ALTER TABLE customers DROP COLUMN phone, DROP COLUMN accepts_email_marketing, DROP COLUMN metadata;
    `);
  }
}
