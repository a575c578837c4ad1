import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a payment was paid with, and until when its hold lasts. Unknown of payments that were made before. */
export class WhatPaid1763683200060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE payments ADD COLUMN paid_with jsonb, ADD COLUMN capture_before timestamptz',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE payments DROP COLUMN paid_with, DROP COLUMN capture_before');
  }
}
