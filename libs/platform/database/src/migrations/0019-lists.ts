import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A back office lists its orders newest first. */
export class Lists1763683200019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX orders_by_creation ON orders (store_id, created_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX orders_by_creation`);
  }
}
