import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is unique is so in its store, as a distributed Postgres can hold it (test/statements). A random id of 256 bits needs no
 * constraint over all stores; a cookie's is looked up without its store.
 */
export class KeysOfStores1763683200200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE refresh_tokens ADD CONSTRAINT refresh_tokens_by_hash UNIQUE (store_id, token_hash);
      ALTER TABLE refresh_tokens DROP CONSTRAINT refresh_tokens_token_hash_key;
      CREATE INDEX login_sessions_by_hash ON login_sessions (id_hash);
      ALTER TABLE login_sessions DROP CONSTRAINT login_sessions_id_hash_key;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE login_sessions ADD CONSTRAINT login_sessions_id_hash_key UNIQUE (id_hash);
      DROP INDEX login_sessions_by_hash;
      ALTER TABLE refresh_tokens ADD CONSTRAINT refresh_tokens_token_hash_key UNIQUE (token_hash);
      ALTER TABLE refresh_tokens DROP CONSTRAINT refresh_tokens_by_hash;
    `);
  }
}
