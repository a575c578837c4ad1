import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Searches for a part of a text go by its trigrams. The extension comes with Postgres, but not everybody may install it, nor has every
 * server it: then there are no such indexes, and a search walks its list (docs/adr/0024-as-a-shop-grows.md).
 */
export class SearchIndexes1763683200171 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        CREATE EXTENSION IF NOT EXISTS pg_trgm;
        CREATE INDEX orders_by_text ON orders USING gin (lower(number || ' ' || coalesce(email, '')) gin_trgm_ops);
        CREATE INDEX customers_by_text ON customers
          USING gin (lower(email || ' ' || coalesce(first_name, '') || ' ' || coalesce(last_name, '')) gin_trgm_ops);
      EXCEPTION WHEN insufficient_privilege OR undefined_file OR undefined_object OR feature_not_supported THEN
        RAISE NOTICE 'pg_trgm cannot be had: searches of orders and customers have no index';
      END $$
    `);
  }

  /** The extension stays: others may use it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX IF EXISTS orders_by_text, customers_by_text`);
  }
}
