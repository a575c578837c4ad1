import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Money a store owes its customers, and what of it pays which order. */
export class Credits1763683200011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE store_credits (
        store_id uuid NOT NULL,
        id uuid NOT NULL,
        customer_id uuid NOT NULL,
        currency char(3) NOT NULL,
        amount bigint NOT NULL CHECK (amount > 0),
        used bigint NOT NULL DEFAULT 0 CHECK (used >= 0),
        held bigint NOT NULL DEFAULT 0 CHECK (held >= 0),
        memo text,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (store_id, id),
        FOREIGN KEY (store_id, customer_id) REFERENCES customers,
        CHECK (used + held <= amount)
      );
      CREATE INDEX store_credits_by_customer ON store_credits (store_id, customer_id, id);
      CREATE TABLE gift_cards (
        store_id uuid NOT NULL REFERENCES stores,
        id uuid NOT NULL,
        code text NOT NULL,
        customer_id uuid,
        currency char(3) NOT NULL,
        amount bigint NOT NULL CHECK (amount > 0),
        used bigint NOT NULL DEFAULT 0 CHECK (used >= 0),
        held bigint NOT NULL DEFAULT 0 CHECK (held >= 0),
        expires_at timestamptz,
        redeemed_at timestamptz,
        canceled_at timestamptz,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (store_id, id),
        UNIQUE (store_id, code),
        CHECK (used + held <= amount)
      );
      CREATE INDEX gift_cards_by_customer ON gift_cards (store_id, customer_id, id) WHERE customer_id IS NOT NULL;
      CREATE TABLE credit_uses (
        store_id uuid NOT NULL,
        id uuid NOT NULL,
        order_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('store_credit', 'gift_card')),
        credit_id uuid NOT NULL,
        amount bigint NOT NULL CHECK (amount > 0),
        currency char(3) NOT NULL,
        state text NOT NULL CHECK (state IN ('held', 'used', 'released', 'returned')),
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (store_id, id),
        FOREIGN KEY (store_id, order_id) REFERENCES orders
      );
      CREATE INDEX credit_uses_by_order ON credit_uses (store_id, order_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE credit_uses, gift_cards, store_credits`);
  }
}
