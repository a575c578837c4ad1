import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who made an invitation: it ends with their account. Null is unknown, as for those made before; none lives longer than a day. */
export class InviteCreators1763683200180 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE invites ADD COLUMN created_by uuid`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE invites DROP COLUMN created_by`);
  }
}
