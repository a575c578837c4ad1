import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is over is found without a look at what is not. */
export class RateLimitsByExpiry1763683200160 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX rate_limits_by_expiry ON rate_limits (expire)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX rate_limits_by_expiry`);
  }
}
