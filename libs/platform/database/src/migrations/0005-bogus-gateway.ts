import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the bogus gateway remembers: its own world, as if it were another company's. */
export class BogusGateway1763683200005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bogus_charges (
        id text PRIMARY KEY,
        session_external_id text NOT NULL,
        currency char(3) NOT NULL,
        authorized bigint NOT NULL,
        captured bigint NOT NULL DEFAULT 0 CHECK (captured BETWEEN 0 AND authorized),
        refunded bigint NOT NULL DEFAULT 0 CHECK (refunded BETWEEN 0 AND captured),
        canceled boolean NOT NULL DEFAULT false,
        card text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE bogus_requests (
        idempotency_key text PRIMARY KEY,
        verb text NOT NULL,
        charge_id text,
        amount bigint,
        fingerprint text NOT NULL,
        outcome jsonb NOT NULL,
        received integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE bogus_requests, bogus_charges`);
  }
}
