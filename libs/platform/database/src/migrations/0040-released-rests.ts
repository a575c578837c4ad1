import type { MigrationInterface, QueryRunner } from 'typeorm';

// What is held of a payment that was captured in part, and is not being captured just now. Stripe captures once and let it go
// then; until this version it was counted as held.
const REST = 'authorized - captured - capturing - canceled';
const CONDITION = `provider_id = 'pp_stripe_stripe' AND state = 'captured' AND ${REST} > 0`;

// A UUIDv7 of now: entries are listed in the order of their ids.
const ID = `(SELECT (substr(ms, 1, 8) || '-' || substr(ms, 9, 4) || '-7' || substr(gen_random_uuid()::text, 16))::uuid
   FROM (SELECT lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0') AS ms
          WHERE payments.id IS NOT NULL) now)`;

/** Writes what Stripe let go of at the captures of before, as each capture writes it from now on. */
export class ReleasedRests1763683200040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO ledger_entries (store_id, id, order_id, collection_id, payment_id, operation_id, kind, amount, currency,
        reference)
      SELECT store_id, ${ID}, order_id, collection_id, id, NULL, 'cancellation', ${REST}, currency, reference
        FROM payments WHERE ${CONDITION};
      UPDATE payment_collections c SET canceled = c.canceled + r.rest, version = c.version + 1, updated_at = now()
        FROM (SELECT store_id, collection_id, sum(${REST})::bigint AS rest FROM payments WHERE ${CONDITION}
               GROUP BY store_id, collection_id) r
       WHERE c.store_id = r.store_id AND c.id = r.collection_id;
      UPDATE payments SET canceled = canceled + (${REST}), updated_at = now() WHERE ${CONDITION};
    `);
  }

  /** What was let go is held by nobody: there is nothing to put back. */
  async down(): Promise<void> {}
}
