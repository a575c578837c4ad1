import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a guest's order gives to whoever knows its id alone. Nothing says in which dialect an older one was made: an open cart
 * stays as open as it was, a placed one is only completed again, and one handed over (its lines are of no variant) is paid.
 */
export class IdAccess1763683200080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE orders ADD COLUMN id_access text NOT NULL DEFAULT 'none'
        CHECK (id_access IN ('full', 'pay', 'none'));
      UPDATE orders o SET id_access = CASE
          WHEN o.step = 'cart' AND o.state = 'open' THEN 'full'
          WHEN o.step = 'cart' THEN 'pay'
          WHEN EXISTS (SELECT 1 FROM order_items i WHERE i.store_id = o.store_id AND i.order_id = o.id
            AND i.variant_id IS NOT NULL) THEN 'none'
          ELSE 'pay' END
        WHERE o.customer_id IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE orders DROP COLUMN id_access;`);
  }
}
