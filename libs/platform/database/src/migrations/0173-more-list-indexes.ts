import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A page of payments in any order, and orders of a region or a time of completion, are found without looking at all of the store's. */
export class MoreListIndexes1763683200173 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX payments_by_capture ON payments (store_id, captured_at, id);
      CREATE INDEX payments_by_cancellation ON payments (store_id, canceled_at, id);
      CREATE INDEX payments_by_amount ON payments (store_id, authorized, id);
      CREATE INDEX payments_by_currency ON payments (store_id, currency, id);
      CREATE INDEX payments_by_provider ON payments (store_id, provider_id, id);
      CREATE INDEX orders_by_completion ON orders (store_id, completed_at, id);
      CREATE INDEX orders_by_region ON orders (store_id, region_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX payments_by_capture, payments_by_cancellation, payments_by_amount, payments_by_currency, payments_by_provider,
        orders_by_completion, orders_by_region
    `);
  }
}
