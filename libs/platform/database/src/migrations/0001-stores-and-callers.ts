import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stores with their regions, and whoever may ask: API keys, customers, admins. */
export class StoresAndCallers1763683200001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE stores (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        currency char(3) NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE regions (
        store_id uuid NOT NULL REFERENCES stores,
        id uuid NOT NULL,
        name text NOT NULL,
        currency char(3) NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (store_id, id)
      );
      CREATE TABLE api_keys (
        store_id uuid NOT NULL REFERENCES stores,
        id uuid NOT NULL,
        type text NOT NULL CHECK (type IN ('publishable', 'secret')),
        title text NOT NULL,
        token text,
        token_hash bytea NOT NULL UNIQUE,
        redacted text NOT NULL,
        revoked_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (store_id, id),
        CHECK ((type = 'publishable') = (token IS NOT NULL))
      );
      CREATE TABLE customers (
        store_id uuid NOT NULL REFERENCES stores,
        id uuid NOT NULL,
        email text NOT NULL,
        password_hash text,
        first_name text,
        last_name text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (store_id, id),
        UNIQUE (store_id, email)
      );
      CREATE TABLE admin_users (
        store_id uuid NOT NULL REFERENCES stores,
        id uuid NOT NULL,
        email text NOT NULL,
        password_hash text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (store_id, id),
        UNIQUE (store_id, email)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE admin_users, customers, api_keys, regions, stores`);
  }
}
