import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What takes off a placed order's price. Refunds from before are on purpose too: each gets the credit line it would have got
 * then, so that no order of an installation owes anything again.
 */
export class OrderCreditLines1763683200070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE order_credit_lines (
        store_id uuid NOT NULL,
        id uuid NOT NULL,
        order_id uuid NOT NULL,
        amount bigint NOT NULL,
        currency char(3) NOT NULL,
        reference text,
        reference_id text,
        collection_id uuid,
        refund_id uuid,
        metadata jsonb,
        voided_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (store_id, id),
        UNIQUE (store_id, refund_id),
        FOREIGN KEY (store_id, order_id) REFERENCES orders
      );
      CREATE INDEX order_credit_lines_by_order ON order_credit_lines (store_id, order_id);
    `);
    // Each order's captures and refunds one after the other; owed_back is what was captured beyond the price, or below zero.
    await runner.query(`
      WITH RECURSIVE moves AS (
        SELECT e.store_id, e.order_id, e.id, e.collection_id, e.kind, e.amount, e.currency, e.created_at, e.refund_reason_id,
          e.created_at >= o.completed_at AND (o.canceled_at IS NULL OR e.created_at < o.canceled_at) AS while_placed,
          o.total - o.store_credit_total - o.gift_card_total AS price,
          row_number() OVER (PARTITION BY e.store_id, e.order_id ORDER BY e.id) AS step
        FROM ledger_entries e
        JOIN orders o ON o.store_id = e.store_id AND o.id = e.order_id
        WHERE o.completed_at IS NOT NULL AND e.kind IN ('capture', 'refund')
          AND (e.store_id, e.order_id) IN (SELECT store_id, order_id FROM ledger_entries WHERE kind = 'refund')
          AND NOT (e.kind = 'refund' AND EXISTS (SELECT 1 FROM ledger_entries f WHERE f.store_id = e.store_id
            AND f.payment_id = e.payment_id AND f.kind = 'refund_failure' AND f.reference = e.reference))
      ), walked AS (
        SELECT store_id, order_id, step, -price + CASE kind WHEN 'capture' THEN amount ELSE -amount END AS owed_back, 0::bigint AS credit
          FROM moves WHERE step = 1
        UNION ALL
        SELECT m.store_id, m.order_id, m.step,
          CASE WHEN m.kind = 'capture' THEN w.owed_back + m.amount
               WHEN m.while_placed THEN least(w.owed_back, greatest(w.owed_back - m.amount, 0))
               ELSE w.owed_back - m.amount END,
          CASE WHEN m.kind = 'refund' AND m.while_placed THEN greatest(m.amount - greatest(w.owed_back, 0), 0) ELSE 0 END
        FROM walked w JOIN moves m ON m.store_id = w.store_id AND m.order_id = w.order_id AND m.step = w.step + 1
      )
      INSERT INTO order_credit_lines (store_id, id, order_id, amount, currency, reference, reference_id, collection_id,
        refund_id, created_at, updated_at)
      SELECT m.store_id, m.id, m.order_id, w.credit, m.currency, r.label, r.code, m.collection_id, m.id, m.created_at, m.created_at
        FROM walked w
        JOIN moves m ON m.store_id = w.store_id AND m.order_id = w.order_id AND m.step = w.step
        LEFT JOIN refund_reasons r ON r.store_id = m.store_id AND r.id = m.refund_reason_id
       WHERE w.credit > 0
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE order_credit_lines');
  }
}
