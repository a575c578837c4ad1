import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is paid for: orders with their items and adjustments. */
export class Orders1763683200002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE orders (
        store_id uuid NOT NULL REFERENCES stores,
        id uuid NOT NULL,
        number text NOT NULL,
        state text NOT NULL CHECK (state IN ('open', 'completed', 'canceled')),
        customer_id uuid,
        region_id uuid NOT NULL,
        email text,
        currency char(3) NOT NULL,
        item_total bigint NOT NULL CHECK (item_total >= 0),
        adjustment_total bigint NOT NULL,
        total bigint NOT NULL CHECK (total >= 0),
        store_credit_total bigint NOT NULL DEFAULT 0 CHECK (store_credit_total BETWEEN 0 AND total),
        item_count integer NOT NULL,
        metadata jsonb NOT NULL DEFAULT '{}',
        completed_at timestamptz,
        canceled_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (store_id, id),
        UNIQUE (store_id, number),
        CHECK (total = item_total + adjustment_total)
      );
      CREATE TABLE order_items (
        store_id uuid NOT NULL,
        id uuid NOT NULL,
        order_id uuid NOT NULL,
        position integer NOT NULL,
        name text NOT NULL,
        sku text,
        quantity integer NOT NULL CHECK (quantity > 0),
        price bigint NOT NULL CHECK (price >= 0),
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (store_id, id),
        FOREIGN KEY (store_id, order_id) REFERENCES orders
      );
      CREATE INDEX order_items_by_order ON order_items (store_id, order_id);
      CREATE TABLE order_adjustments (
        store_id uuid NOT NULL,
        id uuid NOT NULL,
        order_id uuid NOT NULL,
        position integer NOT NULL,
        label text NOT NULL,
        amount bigint NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (store_id, id),
        FOREIGN KEY (store_id, order_id) REFERENCES orders
      );
      CREATE INDEX order_adjustments_by_order ON order_adjustments (store_id, order_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE order_adjustments, order_items, orders`);
  }
}
