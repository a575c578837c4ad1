import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a secret key may do. Keys made before there were scopes may do everything, as they always could. */
export class KeyScopes1763683200090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE api_keys ADD COLUMN scopes text[] NOT NULL DEFAULT '{}';
      UPDATE api_keys SET scopes = '{write_all}' WHERE type = 'secret';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE api_keys DROP COLUMN scopes`);
  }
}
