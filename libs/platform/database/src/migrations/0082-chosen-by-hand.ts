import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a shopper chose to pay by hand was held at once, and kept them from choosing otherwise. Of open orders it is let go, and
 * becomes what it is today: a session that is authorized with the order. That session's id is of the millisecond after the old
 * one's, so that it comes after it and before what was begun later.
 */
export class ChosenByHand1763683200082 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      WITH held AS (
        SELECT p.store_id, p.id, p.order_id, p.collection_id, p.session_id, p.currency, p.reference,
            p.authorized - p.canceled AS amount
          FROM payments p JOIN orders o ON o.store_id = p.store_id AND o.id = p.order_id
         WHERE p.provider_id = 'pp_system_default' AND p.state = 'authorized' AND p.captured = 0 AND p.capturing = 0
           AND o.state = 'open' AND p.collection_id = o.id
           AND NOT EXISTS (SELECT 1 FROM provider_operations x
             WHERE x.store_id = p.store_id AND x.payment_id = p.id AND x.state = 'requested')
      ), entries AS (
        INSERT INTO ledger_entries
          (store_id, id, order_id, collection_id, payment_id, operation_id, kind, amount, currency, reference)
        SELECT store_id, (left(id::text, 19) || substr(gen_random_uuid()::text, 20))::uuid, order_id, collection_id, id,
            NULL, 'cancellation', amount, currency, reference FROM held
      ), let_go AS (
        UPDATE payments p SET canceled = p.authorized, state = 'canceled', canceled_at = now(), updated_at = now()
          FROM held h WHERE p.store_id = h.store_id AND p.id = h.id
      ), collections AS (
        UPDATE payment_collections c SET canceled = c.canceled + h.amount, version = c.version + 1, updated_at = now()
          FROM (SELECT store_id, collection_id, sum(amount)::bigint AS amount FROM held GROUP BY 1, 2) h
         WHERE c.store_id = h.store_id AND c.id = h.collection_id
      ), ended AS (
        UPDATE payment_sessions s SET state = 'canceled', updated_at = now()
          FROM held h WHERE s.store_id = h.store_id AND s.id = h.session_id
      )
      INSERT INTO payment_sessions (store_id, id, order_id, collection_id, payment_method_id, provider_id, customer_id, state,
        amount, currency, external_id, data, context, covers_all)
      SELECT s.store_id, (left(s.next, 8) || '-' || right(s.next, 4) || '-7' || substr(gen_random_uuid()::text, 16))::uuid,
          s.order_id, s.collection_id, s.payment_method_id, s.provider_id, s.customer_id, 'pending', h.amount, s.currency,
          'system_' || left(md5(s.id::text), 24), s.data, s.context, s.covers_all
        FROM held h JOIN (
          SELECT *, lpad(to_hex(('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint + 1), 12, '0') AS next
            FROM payment_sessions
        ) s ON s.store_id = h.store_id AND s.id = h.session_id;
    `);
  }

  /** What was let go stays so: it was never money. */
  async down(): Promise<void> {}
}
