import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Claims of idempotency keys, with the answers they replay. */
export class Idempotency1763683200004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency_keys (
        store_id uuid NOT NULL,
        principal text NOT NULL,
        key_hash bytea NOT NULL,
        fingerprint bytea NOT NULL,
        state text NOT NULL CHECK (state IN ('running', 'done')),
        fence uuid,
        lease_until timestamptz,
        status smallint,
        body text,
        snapshot text,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (store_id, principal, key_hash),
        CHECK (state = 'running' OR (status IS NOT NULL AND (body IS NULL) <> (snapshot IS NULL)))
      );
      CREATE INDEX idempotency_keys_by_expiry ON idempotency_keys (expires_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE idempotency_keys`);
  }
}
