import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Logins that were ended before their tokens expire, and which login a cookie's session belongs to. */
export class EndedLogins1763683200100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ended_logins (
        store_id uuid NOT NULL REFERENCES stores,
        id uuid NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (store_id, id)
      );
      CREATE INDEX ended_logins_by_expiry ON ended_logins (expires_at);
      ALTER TABLE login_sessions ADD COLUMN login_id uuid;
      CREATE INDEX login_sessions_by_login ON login_sessions (store_id, login_id);
      CREATE INDEX refresh_tokens_by_family ON refresh_tokens (store_id, family);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE ended_logins;
      DROP INDEX refresh_tokens_by_family, login_sessions_by_login;
      ALTER TABLE login_sessions DROP COLUMN login_id;
    `);
  }
}
