import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What shoppers fill carts from, and what they say about a cart before it is paid. */
export class Carts1763683200010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE variants (
        store_id uuid NOT NULL REFERENCES stores,
        id uuid NOT NULL,
        sku text,
        name text NOT NULL,
        active boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        deleted_at timestamptz,
        PRIMARY KEY (store_id, id)
      );
      CREATE UNIQUE INDEX one_variant_of_sku ON variants (store_id, sku) WHERE deleted_at IS NULL;
      CREATE TABLE variant_prices (
        store_id uuid NOT NULL,
        variant_id uuid NOT NULL,
        currency char(3) NOT NULL,
        amount bigint NOT NULL CHECK (amount >= 0),
        PRIMARY KEY (store_id, variant_id, currency),
        FOREIGN KEY (store_id, variant_id) REFERENCES variants
      );
      ALTER TABLE orders
        ADD COLUMN step text NOT NULL DEFAULT 'payment' CHECK (step IN ('cart', 'payment')),
        ADD COLUMN locale text,
        ADD COLUMN customer_note text,
        ADD COLUMN bill_address jsonb,
        ADD COLUMN ship_address jsonb,
        ADD COLUMN lock_version integer NOT NULL DEFAULT 0,
        ADD COLUMN gift_card_total bigint NOT NULL DEFAULT 0,
        ADD CONSTRAINT credit_within_total
          CHECK (gift_card_total >= 0 AND gift_card_total + store_credit_total <= total);
      CREATE INDEX orders_by_customer ON orders (store_id, customer_id, id) WHERE customer_id IS NOT NULL;
      ALTER TABLE order_items
        ADD COLUMN variant_id uuid,
        ADD COLUMN metadata jsonb NOT NULL DEFAULT '{}';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE order_items DROP COLUMN variant_id, DROP COLUMN metadata;
      DROP INDEX orders_by_customer;
      ALTER TABLE orders DROP CONSTRAINT credit_within_total, DROP COLUMN step, DROP COLUMN locale,
        DROP COLUMN customer_note, DROP COLUMN bill_address, DROP COLUMN ship_address, DROP COLUMN lock_version,
        DROP COLUMN gift_card_total;
      DROP TABLE variant_prices, variants;
    `);
  }
}
