import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a collection was completed is read from its captures; what was stored was when its order was placed. */
export class CollectionCompletion1763683200071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE payment_collections DROP COLUMN completed_at');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE payment_collections ADD COLUMN completed_at timestamptz');
  }
}
