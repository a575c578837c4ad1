import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = `'authorization', 'capture', 'refund', 'refund_failure', 'cancellation', 'dispute_withdrawal', 'dispute_reinstatement'`;

/** A dispute is in the ledger from its opening to the bank's decision, with its reason and until when evidence can be handed in. */
export class DisputeStates1763683200061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ledger_entries ADD COLUMN dispute jsonb;
      ALTER TABLE ledger_entries DROP CONSTRAINT ledger_entries_kind_check;
      ALTER TABLE ledger_entries ADD CONSTRAINT ledger_entries_kind_check
        CHECK (kind IN (${KINDS}, 'dispute_opening', 'dispute_win', 'dispute_loss'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ledger_entries DROP CONSTRAINT ledger_entries_kind_check;
      ALTER TABLE ledger_entries ADD CONSTRAINT ledger_entries_kind_check CHECK (kind IN (${KINDS}));
      ALTER TABLE ledger_entries DROP COLUMN dispute;
    `);
  }
}
