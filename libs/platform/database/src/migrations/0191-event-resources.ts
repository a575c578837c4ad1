import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an event is about, as the dialect serialized it for its first attempt: each attempt sends the same. */
export class EventResources1763683200191 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // json and not jsonb: it keeps the order of keys, so that the text stays the same.
    await runner.query(`ALTER TABLE events ADD COLUMN resource json`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE events DROP COLUMN resource`);
  }
}
