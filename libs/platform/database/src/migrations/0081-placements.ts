import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which open orders are to be placed once they are covered, when that is next looked at, and what keeps one from it. What was
 * paid before and never placed is looked at with the next start. Not what was to be paid by hand and is not: there is no money.
 */
export class Placements1763683200081 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE orders
        ADD COLUMN placement_requested_at timestamptz,
        ADD COLUMN placement_due_at timestamptz,
        ADD COLUMN placement_problem text;
      UPDATE orders o SET placement_requested_at = now(), placement_due_at = now()
        FROM payment_collections c
        WHERE c.store_id = o.store_id AND c.id = o.id AND o.state = 'open'
          AND EXISTS (SELECT 1 FROM payments p WHERE p.store_id = c.store_id AND p.collection_id = c.id
            AND p.authorized > p.canceled + p.refunded
            AND (p.captured > 0 OR p.provider_id <> 'pp_system_default'));
      CREATE INDEX orders_to_place ON orders (placement_due_at) WHERE placement_due_at IS NOT NULL;
      CREATE INDEX orders_not_placed ON orders (store_id, id) WHERE placement_problem IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX orders_not_placed;
      DROP INDEX orders_to_place;
      ALTER TABLE orders DROP COLUMN placement_problem, DROP COLUMN placement_due_at,
        DROP COLUMN placement_requested_at;
    `);
  }
}
