import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cards that gateways keep for customers, how they came to be kept, and what was paid with them. */
export class SavedMethods1763683200007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saved_cards (
        store_id uuid NOT NULL,
        id uuid NOT NULL,
        customer_id uuid NOT NULL,
        payment_method_id uuid NOT NULL,
        provider_id text NOT NULL,
        profile_id text NOT NULL,
        brand text NOT NULL,
        last4 text NOT NULL CHECK (length(last4) <= 4),
        month smallint NOT NULL,
        year smallint NOT NULL,
        name text,
        is_default boolean NOT NULL DEFAULT false,
        deleted_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (store_id, id),
        UNIQUE (store_id, provider_id, profile_id),
        FOREIGN KEY (store_id, customer_id) REFERENCES customers
      );
      CREATE INDEX saved_cards_by_customer ON saved_cards (store_id, customer_id, id) WHERE deleted_at IS NULL;
      CREATE TABLE setup_sessions (
        store_id uuid NOT NULL,
        id uuid NOT NULL,
        customer_id uuid NOT NULL,
        payment_method_id uuid NOT NULL,
        provider_id text NOT NULL,
        state text NOT NULL CHECK (state IN ('pending', 'requires_action', 'processing', 'completed', 'failed', 'expired')),
        external_id text NOT NULL,
        client_secret text,
        data jsonb NOT NULL,
        failure jsonb,
        card_id uuid,
        expires_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (store_id, id),
        FOREIGN KEY (store_id, customer_id) REFERENCES customers,
        CHECK ((state = 'completed') = (card_id IS NOT NULL))
      );
      ALTER TABLE payment_sessions ADD COLUMN card_id uuid;
      ALTER TABLE payments ADD COLUMN card_id uuid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE payments DROP COLUMN card_id;
      ALTER TABLE payment_sessions DROP COLUMN card_id;
      DROP TABLE setup_sessions, saved_cards;
    `);
  }
}
