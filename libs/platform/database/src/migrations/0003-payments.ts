import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How it is paid: methods, collections, sessions, the ledger, and the calls to providers. */
export class Payments1763683200003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE payment_methods (
        store_id uuid NOT NULL REFERENCES stores,
        id uuid NOT NULL,
        provider_id text NOT NULL,
        name text NOT NULL,
        description text,
        active boolean NOT NULL DEFAULT true,
        auto_capture boolean NOT NULL DEFAULT false,
        session_required boolean NOT NULL,
        position integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (store_id, id)
      );
      CREATE INDEX payment_methods_by_provider ON payment_methods (store_id, provider_id);
      CREATE TABLE payment_collections (
        store_id uuid NOT NULL,
        id uuid NOT NULL,
        order_id uuid NOT NULL,
        currency char(3) NOT NULL,
        amount bigint NOT NULL CHECK (amount >= 0),
        authorized bigint NOT NULL DEFAULT 0,
        captured bigint NOT NULL DEFAULT 0,
        refunded bigint NOT NULL DEFAULT 0,
        canceled bigint NOT NULL DEFAULT 0,
        reserved bigint NOT NULL DEFAULT 0 CHECK (reserved >= 0),
        version bigint NOT NULL DEFAULT 0,
        initiated_at timestamptz,
        completed_at timestamptz,
        metadata jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (store_id, id),
        FOREIGN KEY (store_id, order_id) REFERENCES orders,
        CHECK (0 <= refunded AND refunded <= captured AND captured <= authorized),
        CHECK (0 <= canceled AND canceled + captured <= authorized)
      ) WITH (fillfactor = 70);
      CREATE INDEX payment_collections_by_order ON payment_collections (store_id, order_id);
      CREATE TABLE payment_sessions (
        store_id uuid NOT NULL,
        id uuid NOT NULL,
        order_id uuid NOT NULL,
        collection_id uuid NOT NULL,
        payment_method_id uuid NOT NULL,
        provider_id text NOT NULL,
        customer_id uuid,
        state text NOT NULL CHECK (state IN ('pending', 'requires_action', 'processing', 'authorized', 'captured', 'failed', 'canceled', 'expired')),
        amount bigint NOT NULL CHECK (amount > 0),
        currency char(3) NOT NULL,
        external_id text,
        data jsonb NOT NULL,
        context jsonb NOT NULL DEFAULT '{}',
        failure jsonb,
        expires_at timestamptz,
        authorized_at timestamptz,
        replaced_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (store_id, id),
        UNIQUE (store_id, provider_id, external_id)
      );
      CREATE INDEX payment_sessions_of_collection ON payment_sessions (store_id, collection_id) WHERE replaced_at IS NULL;
      CREATE TABLE payments (
        store_id uuid NOT NULL,
        id uuid NOT NULL,
        order_id uuid NOT NULL,
        collection_id uuid NOT NULL,
        session_id uuid NOT NULL,
        payment_method_id uuid NOT NULL,
        provider_id text NOT NULL,
        number text NOT NULL,
        state text NOT NULL CHECK (state IN ('authorized', 'captured', 'canceled')),
        currency char(3) NOT NULL,
        authorized bigint NOT NULL CHECK (authorized > 0),
        captured bigint NOT NULL DEFAULT 0,
        refunded bigint NOT NULL DEFAULT 0,
        canceled bigint NOT NULL DEFAULT 0,
        capturing bigint NOT NULL DEFAULT 0,
        refunding bigint NOT NULL DEFAULT 0,
        reference text NOT NULL,
        operations integer NOT NULL DEFAULT 0,
        captured_at timestamptz,
        canceled_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (store_id, id),
        UNIQUE (store_id, session_id),
        UNIQUE (store_id, provider_id, reference),
        CHECK (0 <= refunded AND 0 <= refunding AND refunded + refunding <= captured),
        CHECK (0 <= canceled AND 0 <= capturing AND captured + capturing + canceled <= authorized)
      );
      CREATE INDEX payments_by_collection ON payments (store_id, collection_id);
      CREATE TABLE refund_reasons (
        store_id uuid NOT NULL REFERENCES stores,
        id uuid NOT NULL,
        label text NOT NULL,
        code text NOT NULL,
        description text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (store_id, id),
        UNIQUE (store_id, code)
      );
      CREATE TABLE ledger_entries (
        store_id uuid NOT NULL,
        id uuid NOT NULL,
        order_id uuid NOT NULL,
        collection_id uuid NOT NULL,
        payment_id uuid NOT NULL,
        operation_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('authorization', 'capture', 'refund', 'cancellation')),
        amount bigint NOT NULL CHECK (amount > 0),
        currency char(3) NOT NULL,
        reference text,
        refund_reason_id uuid,
        note text,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (store_id, id),
        UNIQUE (store_id, operation_id, kind),
        FOREIGN KEY (store_id, payment_id) REFERENCES payments
      );
      CREATE INDEX ledger_entries_by_payment ON ledger_entries (store_id, payment_id);
      CREATE TABLE provider_operations (
        store_id uuid NOT NULL,
        id uuid NOT NULL,
        order_id uuid NOT NULL,
        collection_id uuid NOT NULL,
        session_id uuid NOT NULL,
        payment_id uuid,
        provider_id text NOT NULL,
        verb text NOT NULL,
        operation_key text NOT NULL,
        amount bigint NOT NULL CHECK (amount > 0),
        currency char(3) NOT NULL,
        details jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('requested', 'done', 'declined')),
        result jsonb,
        attempts integer NOT NULL DEFAULT 1,
        sent_at timestamptz NOT NULL DEFAULT now(),
        lease_until timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        settled_at timestamptz,
        PRIMARY KEY (store_id, id),
        UNIQUE (store_id, operation_key)
      );
      CREATE UNIQUE INDEX one_open_operation_of_session ON provider_operations (store_id, session_id) WHERE state = 'requested' AND payment_id IS NULL;
      CREATE INDEX open_operations ON provider_operations (lease_until) WHERE state = 'requested';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE provider_operations, ledger_entries, refund_reasons, payments, payment_sessions, payment_collections, payment_methods`,
    );
  }
}
